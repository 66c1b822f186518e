package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.gates.Stage.LONG;
import static org.gridtill.gates.Stage.SHORT;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is left of an adapter that was removed and has no successor. */
@Timeout(60)
class FarewellTest {

  private static final Duration NONE = Duration.ofNanos(1);

  private static Stage stage() {
    return new Stage(Stage.options(2, LONG, LONG).takingLeave(), NONE);
  }

  private static String farewell(Stage stage) throws AdapterException {
    return stage.gate.farewell("refuse", (adapter, context) -> adapter);
  }

  private static void assertNobody(Stage stage) {
    assertThatThrownBy(() -> farewell(stage)).isInstanceOf(AdapterUnavailableException.class);
  }

  @Test
  void theOneThatLeftLastIsCalledForFarewellsAndForNothingElse() throws Exception {
    try (Stage stage = stage().with(1, "old").with(2, "new")) {
      assertNobody(stage);
      stage.gate.leave(2, () -> true);
      assertNobody(stage);
      stage.gate.leave(1, () -> true);

      assertThat(farewell(stage)).isEqualTo("old");
      assertThatThrownBy(stage::ask).isInstanceOf(AdapterUnavailableException.class);
      assertThat(stage.gate.adapter()).isEmpty();
      assertThat(stage.status().state()).isEqualTo(State.LEAVING);
    }
  }

  @Test
  void whoeverComesNextEndsIt() {
    try (Stage stage = stage().with(1, "old")) {
      stage.gate.leave(1, () -> true);
      stage.with(2, "new");
      assertNobody(stage);
      assertNoThreadOf("1.1.0");
    }
  }

  @Test
  void itEndsWithItsTimeAndLeavesNoThread() throws Exception {
    try (Stage stage =
        new Stage(Stage.options(2, LONG, LONG).takingLeave(), NONE, SHORT).with(1, "old")) {
      stage.gate.leave(1, () -> true);
      Stage.await("the time is up", () -> stage.status().state() == State.ABSENT);
      assertNobody(stage);
      assertNoThreadOf("1.1.0");
    }
  }

  private static void assertNoThreadOf(String version) {
    Stage.await(
        "its threads end",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().contains("gate-test-" + version)));
  }

  @Test
  void onlyGatesThatTakeLeaveKeepAnybody() {
    try (Stage stage = new Stage(2, LONG, LONG, NONE).with(1, "old")) {
      stage.gate.leave(1, () -> true);
      assertNobody(stage);
    }
  }

  @Test
  void oneThatIsNotTrustedSaysNothing() {
    try (Stage stage = stage().with(1, "old")) {
      stage.gate.leave(1, () -> false);
      assertNobody(stage);
    }
  }

  @Test
  void oneThatIsTrustedNoLongerSaysNothingMore() throws Exception {
    AtomicBoolean trusted = new AtomicBoolean(true);
    try (Stage stage = stage().with(1, "old")) {
      stage.gate.leave(1, trusted::get);
      assertThat(farewell(stage)).isEqualTo("old");
      trusted.set(false);
      assertNobody(stage);
      trusted.set(true);
      assertNobody(stage);
    }
  }

  @Test
  void oneThatHangsInItIsGivenUp() {
    try (Stage stage =
        new Stage(Stage.options(2, SHORT, SHORT).takingLeave(), NONE).with(1, "old")) {
      stage.gate.leave(1, () -> true);
      assertThatThrownBy(
              () -> stage.gate.farewell("refuse", (adapter, context) -> stage.stay(adapter)))
          .isInstanceOf(AdapterTimeoutException.class);
    }
  }

  @Test
  void aCallThatIsUnderWayEndsThoughTheNextVersionComes() throws Exception {
    try (Stage stage = stage().with(1, "old")) {
      stage.gate.leave(1, () -> true);
      CountDownLatch inside = new CountDownLatch(1);
      Future<String> call =
          stage.later(
              () ->
                  stage.gate.farewell(
                      "refuse",
                      (adapter, context) -> {
                        inside.countDown();
                        return stage.stay(adapter);
                      }));
      Stage.await(inside);
      stage.with(2, "new");
      stage.release.countDown();
      assertThat(Stage.get(call)).isEqualTo("old");
    }
  }

  @Test
  void aGateThatIsClosedKeepsNobody() {
    try (Stage stage = stage().with(1, "old")) {
      stage.gate.leave(1, () -> true);
      stage.gate.close();
      assertNobody(stage);
      assertNoThreadOf("1.1.0");
    }
  }
}
