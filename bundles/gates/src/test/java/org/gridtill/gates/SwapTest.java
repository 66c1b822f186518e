package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.gates.Stage.LONG;
import static org.gridtill.gates.Stage.SHORT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callers notice of adapters that come, go and are replaced. */
@Timeout(60)
class SwapTest {

  private static final Duration NONE = Duration.ofNanos(1);

  @Test
  void refusesAtOnceWhileThereHasNeverBeenAnAdapter() {
    try (Stage stage = new Stage(2, LONG, LONG, LONG)) {
      assertThat(stage.gate.adapter()).isEmpty();
      assertThat(stage.status().state()).isEqualTo(State.ABSENT);

      assertThatThrownBy(stage::ask)
          .isInstanceOf(AdapterUnavailableException.class)
          .hasMessage("no adapter for test");
    }
  }

  @Test
  void letsCallsEndBeforeAnAdapterGoes() throws Exception {
    try (Stage stage = new Stage(2, LONG, LONG, NONE).with(1, "old")) {
      Future<String> call = stage.inside((adapter, c) -> stage.stay(adapter));

      Future<Boolean> gone = stage.later(() -> leave(stage, 1));
      Stage.await("the adapter leaves", () -> stage.status().state() == State.LEAVING);

      assertThat(gone).isNotDone();
      assertThatThrownBy(stage::ask).isInstanceOf(AdapterUnavailableException.class);
      stage.release.countDown();
      assertThat(Stage.get(call)).isEqualTo("old");
      assertThat(Stage.get(gone)).isTrue();
      assertThat(stage.status().state()).isEqualTo(State.ABSENT);
    }
  }

  private static boolean leave(Stage stage, int number) {
    stage.gate.leave(number, () -> true);
    return true;
  }

  @Test
  void givesUpCallsThatDoNotEndWhenTheAdapterGoes() throws Exception {
    try (Stage stage = new Stage(2, LONG, SHORT, NONE).with(1, "old")) {
      AtomicBoolean interrupted = new AtomicBoolean();
      Future<String> call =
          stage.inside(
              (adapter, c) -> {
                try {
                  return stage.stay(adapter);
                } catch (InterruptedException e) {
                  interrupted.set(true);
                  throw e;
                }
              });

      stage.gate.leave(1, () -> true);

      assertThatThrownBy(() -> Stage.get(call))
          .hasCauseInstanceOf(AdapterTimeoutException.class)
          .hasMessageContaining("was removed before it gave an answer");
      Stage.await("the call is interrupted", interrupted::get);
    }
  }

  @Test
  void callersWaitForTheSuccessor() throws Exception {
    try (Stage stage = new Stage(4, LONG, LONG, LONG).with(1, "old")) {
      stage.gate.leave(1, () -> true);
      List<Future<String>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(stage.later(stage::ask));
      }
      Stage.await("all wait", () -> stage.status().waiting() == 4);

      // One more than may call would be told late what it is told now.
      assertThatThrownBy(stage::ask).isInstanceOf(AdapterUnavailableException.class);
      stage.with(2, "new");

      for (Future<String> call : calls) {
        assertThat(Stage.get(call)).isEqualTo("new");
      }
      assertThat(stage.status().waiting()).isZero();
    }
  }

  @Test
  void withoutASuccessorCallersAreToldThatThereIsNone() {
    try (Stage stage = new Stage(4, LONG, LONG, SHORT).with(1, "old")) {
      stage.gate.leave(1, () -> true);

      assertThatThrownBy(stage::ask).isInstanceOf(AdapterUnavailableException.class);
      assertThatThrownBy(stage::ask).isInstanceOf(AdapterUnavailableException.class);
    }
  }

  @Test
  void aCallThatDoesNotWaitIsRefusedInAGap() {
    try (Stage stage = new Stage(4, LONG, LONG, LONG).with(1, "old")) {
      stage.gate.leave(1, () -> true);

      assertThat(stage.gate.begin("ask", (adapter, c) -> adapter).toCompletableFuture())
          .failsWithin(LONG)
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(AdapterUnavailableException.class);
    }
  }

  @Test
  void aNewAdapterGetsNewCallsWhileTheOldOneEnds() throws Exception {
    try (Stage stage = new Stage(2, LONG, LONG, NONE).with(1, "old")) {
      Future<String> call = stage.inside((adapter, c) -> stage.stay(adapter));

      stage.with(2, "new");
      assertThat(stage.ask()).isEqualTo("new");
      Future<Boolean> gone = stage.later(() -> leave(stage, 1));
      assertThat(stage.ask()).isEqualTo("new");

      stage.release.countDown();
      assertThat(Stage.get(call)).isEqualTo("old");
      Stage.get(gone);
    }
  }

  @Test
  void theGreaterServesAndTheOtherTakesOver() throws Exception {
    try (Stage stage = new Stage(2, LONG, LONG, NONE).with(2, "better").with(1, "other")) {
      assertThat(stage.ask()).isEqualTo("better");
      stage.gate.leave(2, () -> true);
      assertThat(stage.ask()).isEqualTo("other");
    }
  }

  @Test
  void tellsWhenAnAdapterHasComeOrGone() {
    AtomicInteger told = new AtomicInteger();
    try (Stage stage =
        new Stage(Stage.options(1, LONG, LONG).telling(told::incrementAndGet), NONE)) {
      stage.with(1, "old");
      assertThat(told).hasValue(1);
      stage.gate.leave(1, () -> true);
      assertThat(told).hasValue(2);
    }
  }

  @Test
  void noCallIsLostOverManySwaps() throws Exception {
    int callers = 8;
    int swaps = 200;
    AtomicBoolean over = new AtomicBoolean();
    try (Stage stage = new Stage(callers, LONG, LONG, LONG).with(0, "version 0")) {
      List<Future<Integer>> made = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        made.add(
            stage.later(
                () -> {
                  int calls = 0;
                  while (!over.get()) {
                    assertThat(stage.ask()).startsWith("version ");
                    calls++;
                  }
                  return calls;
                }));
      }
      for (int version = 1; version <= swaps; version++) {
        stage.gate.leave(version - 1, () -> true);
        stage.with(version, "version " + version);
      }
      over.set(true);
      for (Future<Integer> calls : made) {
        assertThat(Stage.get(calls)).isPositive();
      }
      assertThat(stage.ask()).isEqualTo("version " + swaps);
      Stage.await("only the last version has threads", () -> threadsOfOldVersions(swaps) == 0);
    }
  }

  private static long threadsOfOldVersions(int last) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("gridtill-gate-test-"))
        .filter(name -> !name.startsWith("gridtill-gate-test-1." + last + ".0-"))
        .count();
  }
}
