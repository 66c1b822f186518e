package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.gates.Stage.LONG;
import static org.gridtill.gates.Stage.SHORT;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.GateOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loops end; what waits, or works for the platform, is left alone. */
@Timeout(60)
class EvictionTest {

  /** An adapter that goes on, whatever is done to it. */
  private static final class Wild {

    volatile long turns;
    volatile boolean enough;

    String loop() {
      while (!enough) {
        turns++;
      }
      return "done";
    }

    String loopAndCatch() {
      while (!enough) {
        try {
          loop();
        } catch (ThreadDeath e) {
          turns++;
        }
      }
      return "done";
    }
  }

  private final Wild wild = new Wild();
  private Watch watch;
  private Passage<Integer, Wild> gate;

  @BeforeEach
  void open() {
    watch = new Watch(Clock.systemUTC());
    gate =
        new Passage<>(
            GateOptions.of(Wild.class, "test", 2, SHORT, LONG), LONG, LONG, watch, Optional::empty);
    gate.arrive(1, wild, new AdapterInfo("wild", "us", "b", 1, "1.0", Map.of()));
  }

  @AfterEach
  void close() {
    wild.enough = true;
    gate.close();
    watch.close();
  }

  @Test
  void aLoopEndsAndItsPlaceIsFree() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> gate.call("loop", (adapter, c) -> adapter.loop()))
          .isInstanceOf(AdapterTimeoutException.class);
      Stage.await("the thread is free", () -> gate.status().get(0).underWay() == 0);
    }
    assertThat(wild.turns).isPositive();
    long turns = wild.turns;
    long later = gate.call("look", (adapter, c) -> adapter.turns);
    assertThat(later).as("nobody loops").isEqualTo(turns);
  }

  @Test
  void oneThatCatchesEverythingIsShownAsStuck() {
    assertThatThrownBy(() -> gate.call("loop", (adapter, c) -> adapter.loopAndCatch()))
        .isInstanceOf(AdapterTimeoutException.class);
    assertThat(gate.status().get(0).stuck()).isEqualTo(1);
  }

  @Test
  void whatWorksForThePlatformIsNotStopped() {
    AtomicBoolean whole = new AtomicBoolean();
    try (Passage<Integer, Wild> brief =
        new Passage<>(
            GateOptions.of(Wild.class, "test", 2, LONG, SHORT),
            LONG,
            LONG,
            watch,
            Optional::empty)) {
      brief.arrive(1, wild, new AdapterInfo("wild", "us", "b", 1, "1.0", Map.of()));
      brief.begin(
          "ask",
          (adapter, context) ->
              context.sheltered(
                  () -> {
                    adapter.loop();
                    whole.set(true);
                    return "done";
                  }));
      Stage.await("it works", () -> wild.turns > 0);

      // Given up, and left in peace for longer than a loop of its own would be.
      brief.leave(1, () -> true);
      wild.enough = true;

      Stage.await("its work is done", whole::get);
    }
  }
}
