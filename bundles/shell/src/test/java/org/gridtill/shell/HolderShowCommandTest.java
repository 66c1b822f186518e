package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.credit.Limits;
import org.junit.jupiter.api.Test;

class HolderShowCommandTest {

  private CreditLine county = Lines.with(Lines.line("P001", null), 9_000_000, -2_000_000, 8_900);
  private CreditLine shop = Lines.with(Lines.line("A001", "P001"), 5_000_000, -1_234_567, 8_900);
  private CreditLine collector = Lines.line("A001/C01", null);
  private final CreditLine other = Lines.line("A002", "P001");
  private final List<Limits.Request> requests = new ArrayList<>();
  private final List<Object> asked = new ArrayList<>();

  private HolderShowCommand show(String holder) {
    HolderShowCommand command = new HolderShowCommand();
    command.holder = holder;
    command.zone = ZoneOffset.ofHours(8);
    command.credit = Lines.service(shop, collector, other, county);
    command.limits = Fake.of(Limits.class, Map.of("requests", arguments -> requests));
    command.agencies =
        Fake.of(
            Agencies.class,
            Map.of(
                "contact",
                arguments -> new Agencies.Contact("13800000000", "en"),
                "history",
                this::history));
    return command;
  }

  private Object history(Object[] arguments) {
    asked.addAll(List.of(arguments));
    return List.of(
        new Agencies.Change(Records.NOW, "bob", "sets the limit from 0.00 to 50000.00"),
        new Agencies.Change(
            Records.NOW.minusSeconds(60), "alice", "asks for a limit of 50000.00: new agency"));
  }

  @Test
  void anAgencyIsShownWithEverythingAboutIt() throws Exception {
    requests.add(
        new Limits.Request(
            Holder.agency("A001"), Money.parse("60000.00"), "alice", Records.NOW, "a market"));
    assertThat(new Printed().run(show("A001")))
        .containsExactly(
            "Agency          A001",
            "Name            Name of A001",
            "State           ACTIVE",
            "Reason          -",
            "May take money  yes, up to 37565.33",
            "Limit           50000.00",
            "Used            12345.67",
            "Own money       0.00",
            "Reserved        89.00",
            "Available       37565.33",
            "Messages to     13800000000",
            "Language        en",
            "Asked for       a limit of 60000.00, by alice at 2026-11-23 10:00:00 +08:00: a market",
            "",
            "Above",
            "Holder | Name         |    Limit |     Used | Reserved | Available | Own money | Under"
                + " | State",
            "-------+--------------+----------+----------+----------+-----------+-----------+-------"
                + "+-------",
            "P001   | Name of P001 | 90000.00 | 20000.00 |    89.00 |  69911.00 |      0.00 | -    "
                + " | ACTIVE",
            "",
            "Below",
            "Holder   | Name             |  Limit | Used | Reserved | Available | Own money | Under |"
                + " State",
            "---------+------------------+--------+------+----------+-----------+-----------+-------"
                + "+-------",
            "A001/C01 | Name of A001/C01 | 100.00 | 0.00 |     0.00 |    100.00 |      0.00 | -     |"
                + " ACTIVE",
            "",
            "Changes",
            "At                         | By    | What",
            "---------------------------+-------+-----------------------------------------",
            "2026-11-23 10:00:00 +08:00 | bob   | sets the limit from 0.00 to 50000.00",
            "2026-11-23 09:59:00 +08:00 | alice | asks for a limit of 50000.00: new agency");
    assertThat(asked).containsExactly(Holder.agency("A001"), 20);
  }

  @Test
  void aCollectorIsShownWithEverybodyAbove() throws Exception {
    requests.add(new Limits.Request(other.holder(), Money.ZERO, "alice", Records.NOW, "another's"));
    HolderShowCommand command = show("A001/C01");
    command.changes = 1;
    List<String> lines = new Printed().run(command);
    assertThat(lines)
        .contains("Collector       A001/C01", "Asked for       -")
        .doesNotContain("Below");
    assertThat(lines.stream().filter(line -> line.matches("[AP]001 .*")))
        .extracting(line -> line.substring(0, 4))
        .containsExactly("A001", "P001");
    assertThat(asked).containsExactly(Holder.parse("A001/C01"), 1);
  }

  @Test
  void theUppermostIsShownWithTheAgenciesBelow() throws Exception {
    List<String> lines = new Printed().run(show("P001"));
    assertThat(lines.get(lines.indexOf("Above") + 3)).isEqualTo("nobody");
    assertThat(lines.stream().filter(line -> line.matches("A00\\S+ .*")))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .as("not the collectors of agencies below")
        .containsExactly("A001", "A002");
  }

  @Test
  void whatKeepsItFromTakingMoneyIsNamedWhereverItStands() throws Exception {
    assertThat(mayTake("A001/C01")).isEqualTo("yes, up to 100.00");
    shop = Lines.with(shop, 5_000_000, -4_999_000, 0);
    assertThat(mayTake("A001/C01")).isEqualTo("yes, up to 10.00");
    county = Lines.with(county, 100, -101, 0);
    assertThat(mayTake("A001/C01")).isEqualTo("no, the limit of P001 is reached");
    county = Lines.in(HolderState.SUSPENDED_LATE, county, "late");
    assertThat(mayTake("A001/C01")).isEqualTo("no, P001 is SUSPENDED_LATE");
    collector = Lines.in(HolderState.CLOSING, collector, "leaves");
    assertThat(mayTake("A001/C01")).isEqualTo("no, A001/C01 is CLOSING");
    assertThat(mayTake("A002")).isEqualTo("no, P001 is SUSPENDED_LATE");
  }

  private String mayTake(String holder) throws Exception {
    return new Printed()
        .run(show(holder)).stream()
            .filter(line -> line.startsWith("May take money"))
            .map(line -> line.substring(16))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void whatCannotBeShownIsRefused() {
    assertThatThrownBy(show("A009")::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("no agency A009");
    HolderShowCommand none = show("A001");
    none.changes = 0;
    assertThatThrownBy(none::execute).hasMessage("--changes is at least 1");
  }
}
