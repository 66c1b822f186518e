package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.gridtill.gates.Stage.LONG;
import static org.gridtill.gates.Stage.SHORT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.gridtill.api.platform.gates.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two versions of an adapter serve side by side, each its terminals. */
@Timeout(60)
class SideBySideTest {

  private static final AdapterShare NEW = new AdapterShare("new", "1.2.0", 0, Set.of("T2"));

  private static Stage stage(Duration patience) {
    Stage stage = new Stage(4, LONG, LONG, patience).with(1, "old").with(2, "new");
    stage.share = NEW;
    return stage;
  }

  @Test
  void eachVersionServesItsTerminals() throws Exception {
    try (Stage stage = stage(SHORT)) {
      assertThat(stage.ask("T1")).isEqualTo("old");
      assertThat(stage.ask("T2")).isEqualTo("new");
      assertThat(stage.ask()).as("of a terminal that is not known").isEqualTo("old");
      assertThat(stage.gate.adapter(Route.of("T2")).map(AdapterInfo::name)).contains("new");
      assertThat(stage.gate.serving()).extracting(AdapterInfo::name).containsExactly("new", "old");
    }
  }

  @Test
  void aShareCountsFromTheNextCallOn() throws Exception {
    try (Stage stage = stage(SHORT)) {
      stage.share = null;
      assertThat(stage.ask("T1")).isEqualTo("new");
      assertThat(stage.gate.serving()).hasSize(1);

      stage.share = new AdapterShare("new", "1.2.0", 100, Set.of());
      assertThat(stage.ask("T1")).isEqualTo("new");
      assertThat(stage.gate.serving()).hasSize(2);

      stage.share = new AdapterShare("new", "1.1.0", 0, Set.of("T1"));
      assertThat(stage.ask("T1")).as("the old one may have the share as well").isEqualTo("old");
      assertThat(stage.ask("T2")).isEqualTo("new");
    }
  }

  @Test
  void whenOneGoesTheOtherServesAll() throws Exception {
    try (Stage stage = stage(Duration.ofNanos(1))) {
      stage.gate.leave(2, () -> true);
      assertThat(stage.ask("T2")).isEqualTo("old");
      stage.with(2, "new");
      assertThat(stage.ask("T2")).isEqualTo("new");
      stage.gate.leave(1, () -> true);
      assertThat(stage.ask("T1")).isEqualTo("new");
      assertThat(stage.ask()).isEqualTo("new");
      stage.gate.leave(2, () -> true);
      assertThatThrownBy(() -> stage.ask("T2")).isInstanceOf(AdapterUnavailableException.class);
    }
  }

  @Test
  void aVersionWithAShareThatComesNeverServesMore() throws Exception {
    try (Stage stage = new Stage(4, LONG, LONG, SHORT).with(1, "old")) {
      stage.share = NEW;
      assertThat(stage.ask("T2")).isEqualTo("old");
      stage.with(2, "new");
      assertThat(stage.ask("T1")).isEqualTo("old");
      assertThat(stage.ask("T2")).isEqualTo("new");
      stage.with(3, "newer");
      assertThat(stage.ask("T1")).as("the best of the rest").isEqualTo("newer");
      assertThat(stage.ask("T2")).isEqualTo("new");
    }
  }

  @Test
  void aVersionThatIsNotFitGetsNoShare() throws Exception {
    Checking broken = new Checking("no table");
    Watch watch = new Watch(new MovingClock());
    Passage<Integer, Checking> gate =
        new Passage<>(
            GateOptions.of(Checking.class, "test", 1, LONG, LONG),
            SHORT,
            LONG,
            watch,
            () -> Optional.of(NEW));
    Checking fit = new Checking("");
    gate.arrive(1, fit, info(1));
    gate.arrive(2, broken, info(2));

    assertThat(gate.<Object>call("ask", Route.of("T2"), (adapter, context) -> adapter))
        .isSameAs(fit);
    assertThat(gate.serving()).hasSize(1);
    gate.close();
    watch.close();
  }

  private static AdapterInfo info(int number) {
    return new AdapterInfo(
        "new", "us", "b", number, "1." + number + ".0", Map.of("number", number));
  }

  @Test
  void theVersionThatIsAskedForByItselfIsCalledWhileItIsThere() throws Exception {
    try (Stage stage = stage(SHORT)) {
      AdapterInfo fresh = stage.gate.adapter(Route.of("T2")).orElseThrow();
      Route route = Route.of("T1").through(fresh);
      assertThat(stage.ask(route)).isEqualTo("new");
      stage.share = new AdapterShare("new", "1.2.0", 0, Set.of("T9"));
      assertThat(stage.ask(route)).isEqualTo("new");
      stage.gate.leave(2, () -> true);
      assertThat(stage.ask(route)).isEqualTo("old");
    }
  }

  @Test
  void callersWaitOnlyIfNobodyIsThere() throws Exception {
    try (Stage stage = stage(LONG)) {
      stage.gate.leave(1, () -> true);
      stage.gate.leave(2, () -> true);
      Future<String> waiting = stage.later(() -> stage.ask("T2"));
      Stage.await("it waits", () -> stage.status().waiting() == 1);
      stage.with(1, "old");
      assertThat(Stage.get(waiting)).isEqualTo("old");
    }
  }

  @Test
  void statusTellsWhoServesWhatAndHowOften() throws Exception {
    try (Stage stage = stage(SHORT)) {
      stage.share = new AdapterShare("new", "1.2.0", 0, Set.of("T2", "T1"));
      stage.ask("T3");
      stage.ask("T2");
      stage.ask("T1");
      List<GateStatus> statuses = stage.gate.status();
      assertThat(statuses).allMatch(status -> status.state() == State.SERVING);
      assertThat(statuses)
          .extracting(status -> status.adapter().name(), GateStatus::part, GateStatus::made)
          .containsExactlyInAnyOrder(tuple("old", "the others", 1L), tuple("new", "T1, T2", 2L));
      stage.gate.leave(2, () -> true);
      assertThat(stage.gate.status()).extracting(GateStatus::part).containsExactly("");
    }
  }
}
