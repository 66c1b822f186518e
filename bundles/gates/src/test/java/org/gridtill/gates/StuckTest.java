package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.gates.Stage.LONG;
import static org.gridtill.gates.Stage.SHORT;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that take no notice of being given up. */
@Timeout(60)
class StuckTest {

  @Test
  void aThreadThatDoesNotComeBackIsCountedAndKeepsItsPlace() throws Exception {
    try (Stage stage = new Stage(2, SHORT, SHORT, LONG).with(1, "a")) {
      assertThatThrownBy(() -> stage.gate.call("loop", (a, c) -> stage.stayStubbornly(a)))
          .isInstanceOf(AdapterTimeoutException.class);
      assertThat(stage.status().stuck()).isEqualTo(1);
      assertThat(stage.status().isHealthy()).isFalse();
      assertThat(stage.ask()).isEqualTo("a");

      assertThatThrownBy(() -> stage.gate.call("loop", (a, c) -> stage.stayStubbornly(a)))
          .isInstanceOf(AdapterTimeoutException.class);
      assertThatThrownBy(stage::ask)
          .isInstanceOf(AdapterUnavailableException.class)
          .hasMessageContaining("too many calls");

      stage.release.countDown();
      Stage.await("they come back", () -> stage.status().underWay() == 0);
      assertThat(stage.ask()).isEqualTo("a");
    }
  }

  @Test
  void theCircuitOpensAlsoWhenFewThreadsHoldUpManyCallers() throws Exception {
    int callers = Circuit.FEWEST_CALLS;
    try (Stage stage = new Stage(options(callers), LONG).with(1, "a")) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> stage.gate.call("loop", (a, c) -> stage.stayStubbornly(a)))
            .isInstanceOf(AdapterTimeoutException.class);
      }
      List<Future<String>> waiting = new ArrayList<>();
      for (int i = 2; i < callers; i++) {
        waiting.add(stage.later(stage::ask));
      }
      for (Future<String> call : waiting) {
        assertThatThrownBy(() -> Stage.get(call))
            .hasCauseInstanceOf(AdapterUnavailableException.class)
            .hasMessageContaining("did not begin");
      }
      assertThat(stage.status().circuit()).isEqualTo(GateStatus.Circuit.OPEN);
      assertThatThrownBy(stage::ask).hasMessageContaining("fails too often");
    }
  }

  private static GateOptions<String> options(int calls) {
    return Stage.options(calls, SHORT, SHORT).onThreads(2);
  }

  @Test
  void callersThatWaitForThreadsThatAreBusyDoNotOpenIt() throws Exception {
    try (Stage stage = new Stage(Stage.options(20, SHORT, SHORT).onThreads(1), LONG).with(1, "a")) {
      Future<String> busy = stage.inside((a, c) -> c.sheltered(() -> stage.stayStubbornly(a)));
      List<Future<String>> waiting = new ArrayList<>();
      for (int i = 0; i < Circuit.FEWEST_CALLS; i++) {
        waiting.add(stage.later(stage::ask));
      }
      for (Future<String> call : waiting) {
        assertThatThrownBy(() -> Stage.get(call)).hasMessageContaining("did not begin");
      }
      assertThat(stage.status().circuit()).isEqualTo(GateStatus.Circuit.CLOSED);
      stage.release.countDown();
      assertThat(Stage.get(busy)).isEqualTo("a");
    }
  }

  @Test
  void stuckThreadsOfAnOldVersionKeepNoPlaceOfTheNew() throws Exception {
    try (Stage stage = new Stage(1, SHORT, SHORT, LONG).with(1, "old")) {
      assertThatThrownBy(() -> stage.gate.call("loop", (a, c) -> stage.stayStubbornly(a)))
          .isInstanceOf(AdapterTimeoutException.class);

      stage.gate.leave(1, () -> true);
      stage.with(2, "new");

      assertThat(stage.ask()).isEqualTo("new");
      assertThat(stage.gate.status())
          .anyMatch(each -> each.state() == State.LEAVING && each.stuck() == 1)
          .anyMatch(each -> each.state() == State.SERVING && each.stuck() == 0);
    }
  }
}
