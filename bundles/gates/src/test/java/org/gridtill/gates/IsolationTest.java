package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.gates.Stage.LONG;
import static org.gridtill.gates.Stage.SHORT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterFailedException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an adapter that fails, blocks or loops can do to others. */
@Timeout(60)
class IsolationTest {

  private static final int ENOUGH = Circuit.FEWEST_CALLS;

  @Test
  void whatAnAdapterThrowsReachesItsCaller() {
    try (Stage stage = new Stage(1, LONG, LONG, LONG).with(1, "a")) {
      assertThatThrownBy(() -> stage.gate.call("fail", (a, c) -> fail()))
          .isInstanceOf(AdapterFailedException.class)
          .hasCauseInstanceOf(NoClassDefFoundError.class);
      assertThat(stage.status().trouble()).contains("fail failed", "gone");
      assertThat(stage.status().underWay()).isZero();
    }
  }

  private static String fail() {
    throw new NoClassDefFoundError("gone");
  }

  @Test
  void interruptsWhatTakesTooLongAndFreesItsPlace() throws Exception {
    try (Stage stage = new Stage(1, SHORT, LONG, LONG).with(1, "a")) {
      AtomicBoolean interrupted = new AtomicBoolean();

      assertThatThrownBy(
              () ->
                  stage.gate.call(
                      "block",
                      (a, c) -> {
                        try {
                          return stage.stay(a);
                        } catch (InterruptedException e) {
                          interrupted.set(true);
                          throw e;
                        }
                      }))
          .isInstanceOf(AdapterTimeoutException.class)
          .hasMessageContaining("within 500 ms");

      Stage.await("the place is free", () -> stage.status().underWay() == 0);
      assertThat(interrupted).isTrue();
      assertThat(stage.status().stuck()).isZero();
      // Nothing of the interrupt is left.
      assertThat(stage.ask()).isEqualTo("a");
    }
  }

  @Test
  void moreCallsThanPlacesAreRefusedAtOnceWithoutBeingMade() throws Exception {
    try (Stage stage = new Stage(2, LONG, LONG, LONG).with(1, "a")) {
      List<Future<String>> slow = new ArrayList<>();
      slow.add(stage.inside((a, c) -> stage.stay(a)));
      slow.add(stage.inside((a, c) -> stage.stay(a)));
      AtomicBoolean made = new AtomicBoolean();

      assertThatThrownBy(() -> stage.gate.call("more", (a, c) -> made.getAndSet(true)))
          .isInstanceOf(AdapterUnavailableException.class);

      assertThat(made).isFalse();
      stage.release.countDown();
      for (Future<String> call : slow) {
        assertThat(Stage.get(call)).isEqualTo("a");
      }
      assertThat(stage.status().circuit()).isEqualTo(GateStatus.Circuit.CLOSED);
    }
  }

  @Test
  void moreCallsThanThreadsWaitAndAreNotMadeIfTheirTimeIsUp() throws Exception {
    GateOptions<String> narrow = Stage.options(3, SHORT, LONG).onThreads(1);
    try (Stage stage = new Stage(narrow, LONG).with(1, "a")) {
      Future<String> first = stage.inside((a, c) -> stage.stayStubbornly(a));
      AtomicBoolean made = new AtomicBoolean();

      assertThatThrownBy(() -> stage.gate.call("more", (a, c) -> made.getAndSet(true)))
          .isInstanceOf(AdapterUnavailableException.class)
          .hasMessageContaining("did not begin more");
      assertThatThrownBy(() -> Stage.get(first)).hasCauseInstanceOf(AdapterTimeoutException.class);
      assertThat(stage.status().underWay()).as("whoever is gone keeps no place").isEqualTo(1);

      Future<String> next = stage.later(stage::ask);
      Stage.await("it waits", () -> stage.status().underWay() == 2);
      stage.release.countDown();
      assertThat(Stage.get(next)).isEqualTo("a");
      assertThat(made).isFalse();
    }
  }

  @Test
  void aCallThatNobodyWaitsForIsGivenUpToo() {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    TestGate<String> test = new TestGate<>(Stage.options(1, LONG, LONG));
    try (Gate<String> gate = test.gate()) {
      test.arrive("a", Map.of());
      CompletionStage<String> call =
          gate.begin(
              "block",
              (a, c) -> {
                entered.countDown();
                never.await();
                return a;
              });
      Stage.await(entered);

      test.ring();

      assertThat(call.toCompletableFuture())
          .failsWithin(LONG)
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(AdapterTimeoutException.class);
    }
  }

  @Test
  void theCircuitOpensWhenHalfFailAndTriesAfterAPause() throws Exception {
    try (Stage stage = new Stage(1, LONG, LONG, LONG).with(1, "a")) {
      breakDown(stage);
      assertThatThrownBy(stage::ask)
          .isInstanceOf(AdapterUnavailableException.class)
          .hasMessageContaining("fails too often");

      stage.clock.move(Duration.ofSeconds(6));

      for (int i = 0; i < Circuit.TRIAL_CALLS; i++) {
        assertThat(stage.ask()).isEqualTo("a");
      }
      assertThat(stage.status().circuit()).isEqualTo(GateStatus.Circuit.CLOSED);
    }
  }

  @Test
  void theCircuitOpensWhenNothingButErrorsIsHeardWhateverCountsAsFailure() throws Exception {
    GateOptions<String> lenient =
        GateOptions.of(String.class, "test", 1, LONG, LONG)
            .failing(AdapterTimeoutException.class::isInstance, Duration.ofSeconds(5));
    try (Stage stage = new Stage(lenient, LONG).with(1, "a")) {
      for (int i = 0; i < ENOUGH; i++) {
        failOnce(stage);
      }
      stage.clock.move(Circuit.SILENCE);
      assertThat(stage.ask()).as("errors were heard, long ago").isEqualTo("a");

      for (int i = 0; i <= ENOUGH; i++) {
        failOnce(stage);
        stage.clock.move(Circuit.SILENCE.dividedBy(ENOUGH));
      }

      assertThatThrownBy(stage::ask)
          .isInstanceOf(AdapterUnavailableException.class)
          .hasMessageContaining("fails too often");
      assertThat(stage.status().circuit()).isEqualTo(GateStatus.Circuit.OPEN);
      for (int i = 0; i < 2 * Circuit.TRIAL_CALLS; i++) {
        stage.clock.move(Duration.ofSeconds(6));
        failOnce(stage);
        assertThat(stage.status().circuit())
            .as("one more error says enough")
            .isEqualTo(GateStatus.Circuit.OPEN);
      }
      stage.clock.move(Duration.ofSeconds(6));
      assertThat(stage.ask()).isEqualTo("a");
    }
  }

  private static void failOnce(Stage stage) {
    assertThatThrownBy(() -> stage.gate.call("fail", (a, c) -> fail()))
        .isInstanceOf(AdapterFailedException.class);
  }

  private static void breakDown(Stage stage) throws AdapterException {
    for (int i = 0; i < ENOUGH; i++) {
      String result = stage.gate.call("fail", (a, c) -> "bad");
      assertThat(result).isEqualTo("bad");
    }
    assertThat(stage.status().circuit()).isEqualTo(GateStatus.Circuit.OPEN);
  }

  @Test
  void trialsThatFailKeepTheCircuitOpen() throws Exception {
    try (Stage stage = new Stage(1, LONG, LONG, LONG).with(1, "a")) {
      breakDown(stage);
      stage.clock.move(Duration.ofSeconds(6));

      for (int i = 0; i < Circuit.TRIAL_CALLS; i++) {
        stage.gate.call("fail", (a, c) -> "bad");
      }

      assertThat(stage.status().circuit()).isEqualTo(GateStatus.Circuit.OPEN);
      assertThatThrownBy(stage::ask).isInstanceOf(AdapterUnavailableException.class);
    }
  }

  @Test
  void failuresThatAreLongPastDoNotCount() throws Exception {
    try (Stage stage = new Stage(1, LONG, LONG, LONG).with(1, "a")) {
      for (int i = 0; i < 3 * ENOUGH; i++) {
        stage.gate.call("fail", (a, c) -> "bad");
        stage.clock.move(Duration.ofSeconds(2));
      }
      assertThat(stage.status().circuit()).isEqualTo(GateStatus.Circuit.CLOSED);
    }
  }

  @Test
  void aNewVersionIsNotBlamedForTheOld() throws Exception {
    try (Stage stage = new Stage(1, LONG, LONG, LONG).with(1, "old")) {
      breakDown(stage);
      stage.gate.leave(1, () -> true);
      stage.with(2, "new");
      assertThat(stage.ask()).isEqualTo("new");
    }
  }

  @Test
  void theCircuitOpensWhileCallsHangThatAreNotGivenUpYet() throws Exception {
    try (Stage stage = new Stage(2 * ENOUGH, LONG, SHORT, LONG).with(1, "a")) {
      for (int i = 0; i < ENOUGH; i++) {
        stage.inside((a, c) -> stage.stay(a));
      }
      stage.clock.move(Circuit.WINDOW);

      assertThatThrownBy(stage::ask).isInstanceOf(AdapterUnavailableException.class);

      assertThat(stage.status().circuit()).isEqualTo(GateStatus.Circuit.OPEN);
    }
  }

  @Test
  void slowCallsAmongGoodOnesOpenNothing() throws Exception {
    try (Stage stage = new Stage(2 * ENOUGH, LONG, SHORT, LONG).with(1, "a")) {
      for (int i = 0; i < ENOUGH; i++) {
        stage.inside((a, c) -> stage.stay(a));
      }
      stage.clock.move(Circuit.WINDOW.minusSeconds(1));
      assertThat(stage.ask()).isEqualTo("a");
      stage.clock.move(Duration.ofSeconds(2));
      assertThat(stage.ask()).isEqualTo("a");
    }
  }

  @Test
  void noInterruptReachesThePlatformsWorkInsideACall() throws Exception {
    try (Stage stage = new Stage(1, LONG, SHORT, LONG).with(1, "a")) {
      CountDownLatch sheltered = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      List<Boolean> interrupted = new CopyOnWriteArrayList<>();
      Future<String> call =
          stage.inside(
              (a, c) -> {
                Thread.currentThread().interrupt();
                c.sheltered(
                    () -> {
                      sheltered.countDown();
                      interrupted.add(Thread.currentThread().isInterrupted());
                      while (goOn.getCount() > 0) {
                        Thread.onSpinWait();
                      }
                      interrupted.add(Thread.currentThread().isInterrupted());
                      return "";
                    });
                assertThatThrownBy(() -> c.sheltered(() -> "not done"))
                    .isInstanceOf(IllegalStateException.class);
                interrupted.add(Thread.interrupted());
                return a;
              });
      Stage.await(sheltered);
      stage.gate.leave(1, () -> true);
      assertThatThrownBy(() -> Stage.get(call)).hasCauseInstanceOf(AdapterTimeoutException.class);
      goOn.countDown();
      Stage.await("the call ends", () -> interrupted.size() == 3);
      assertThat(interrupted).containsExactly(false, false, true);
    }
  }

  @Test
  void anAdapterThatIsNotFitIsNotCalledAndDoesNotDisplaceAnother() throws Exception {
    try (Stage stage = new Stage(1, LONG, LONG, LONG)) {
      Watch watch = new Watch(stage.clock());
      Passage<Integer, Object> gate =
          new Passage<>(
              GateOptions.of(Object.class, "t", 1, LONG, LONG), LONG, LONG, watch, Optional::empty);
      assertThat(gate.arrive(1, "old", info())).isEmpty();

      assertThat(gate.arrive(2, new Checking("the table is missing"), info()))
          .isEqualTo("the table is missing");
      assertThat(gate.arrive(3, new Checking(null), info())).contains("a bug");
      assertThat(gate.<Object>call("ask", (a, c) -> a)).isEqualTo("old");
      assertThat(gate.status())
          .anyMatch(s -> s.state() == State.REFUSED && s.trouble().equals("the table is missing"));

      assertThat(gate.arrive(4, new Checking(""), info())).isEmpty();
      assertThat(gate.<Object>call("ask", (a, c) -> a)).isInstanceOf(Checking.class);
      gate.close();
      watch.close();
    }
  }

  private static AdapterInfo info() {
    return new AdapterInfo("a", "us", "b", 1, "1", Map.of());
  }
}
