package org.gridtill.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.GuardAlarm;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the guards refused, on a real database. */
class AlarmDeskTest {

  private static TestDatabase database;

  @BeforeAll
  static void openDatabase() {
    database = new TestDatabase();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  private final GuardsHarness site = new GuardsHarness(database).bound();

  private List<GuardAlarm> open() {
    return site.alarms.open().stream()
        .filter(alarm -> alarm.terminalCode().equals(site.terminal))
        .toList();
  }

  @Test
  void refusalsOfAKindAreOneAlarmThatCounts() {
    for (int i = 1; i <= 5; i++) {
      site.alarms.raise(site.terminal, Guard.DEVICE, "BAD_MAC", "number " + i);
      site.neighbors.pass(Duration.ofSeconds(i));
    }
    site.alarms.raise(site.terminal, Guard.CARD, "CARD_REFUSED", "another");
    assertThat(open()).hasSize(2);
    GuardAlarm alarm =
        open().stream().filter(each -> each.guard() == Guard.DEVICE).findFirst().orElseThrow();
    assertThat(alarm.count()).isEqualTo(5);
    assertThat(alarm.detail()).isEqualTo("number 5");
    assertThat(alarm.firstAt()).isBefore(alarm.lastAt());
  }

  @Test
  void aFloodIsCountedToTheLast() {
    for (int i = 0; i < 1000; i++) {
      site.alarms.raise(site.terminal, Guard.DEVICE, "BAD_MAC", "x".repeat(300));
    }
    assertThat(open()).singleElement().extracting(GuardAlarm::count).isEqualTo(1000L);
    assertThat(open().get(0).detail()).hasSize(200);
  }

  @Test
  void inventedTerminalsFillNoTable() {
    for (int i = 0; i < 50; i++) {
      site.alarms.raise("NEVER" + i, Guard.DEVICE, "UNKNOWN_TERMINAL", "who is that");
    }
    List<GuardAlarm> all = site.alarms.open();
    assertThat(all).noneMatch(alarm -> alarm.terminalCode().startsWith("NEVER"));
    assertThat(all)
        .filteredOn(alarm -> alarm.terminalCode().equals(AlarmDesk.UNKNOWN))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.count()).isGreaterThanOrEqualTo(50));
  }

  @Test
  void twoNodesCountTogether() {
    AlarmDesk second = new AlarmDesk(database.jpa(), site.neighbors);
    site.alarms.raise(site.terminal, Guard.SIM, "SIM_REFUSED", "one");
    second.raise(site.terminal, Guard.SIM, "SIM_REFUSED", "two");
    assertThat(open()).singleElement().extracting(GuardAlarm::count).isEqualTo(2L);
  }

  @Test
  void whatSomebodyHasSeenIsGone() {
    site.alarms.raise(site.terminal, Guard.SIM, "SIM_REFUSED", "one");
    assertThat(site.alarms.acknowledge(site.terminal, "anna")).isEqualTo(1);
    assertThat(open()).isEmpty();
    site.neighbors.pass(Duration.ofSeconds(2));
    site.alarms.raise(site.terminal, Guard.SIM, "SIM_REFUSED", "two");
    assertThat(open()).hasSize(1);
  }
}
