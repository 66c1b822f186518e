package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.junit.jupiter.api.Test;

class MoneyCommandsTest {

  private static final CreditLine RIVERSIDE =
      new CreditLine("A001", "Riverside agency", fen(5_000_000), fen(1_234_567), fen(8_900));

  private final List<String> calls = new ArrayList<>();

  private final Credit credit =
      Fake.of(
          Credit.class,
          Map.of(
              "list", arguments -> List.of(RIVERSIDE),
              "find",
                  arguments ->
                      Optional.of(RIVERSIDE).filter(l -> l.agencyCode().equals(arguments[0])),
              "open",
                  arguments -> {
                    calls.add("open" + List.of(arguments));
                    return null;
                  }));

  private static Money fen(long fen) {
    return Money.ofFen(fen);
  }

  @Test
  void creditIsListedWithWhatIsAvailable() throws Exception {
    CreditListCommand command = new CreditListCommand();
    command.credit = credit;
    List<String> lines = new Printed().run(command);
    assertThat(lines.get(0))
        .matches("Agency \\| Name +\\| +Limit \\| +Used \\| Reserved \\| Available");
    assertThat(lines.get(2))
        .isEqualTo("A001   | Riverside agency | 50000.00 | 12345.67 |    89.00 |  37565.33");
  }

  @Test
  void anUnknownAgencyIsNamed() {
    CreditListCommand command = new CreditListCommand();
    command.credit = credit;
    command.agency = "A999";
    assertThatThrownBy(command::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("no agency A999");
  }

  @Test
  void anAgencyIsAdded() throws Exception {
    AgencyAddCommand command = new AgencyAddCommand();
    command.credit = credit;
    command.code = "A002";
    command.name = "Hillside agency";
    command.limit = "1000";
    assertThat(new Printed().run(command)).containsExactly("agency A002 may hold 1000.00");
    assertThat(calls).containsExactly("open[A002, Hillside agency, 1000.00]");
    command.limit = "1e3";
    assertThatThrownBy(command::execute).hasMessage("not an amount in yuan: 1e3");
  }

  @Test
  void aBalancedJournalSaysSo() throws Exception {
    List<String> lines = new Printed().run(trialBalance(3_000));
    assertThat(lines)
        .containsExactly(
            "Account        | Debits | Credits | Balance",
            "---------------+--------+---------+--------",
            "agency/A001    |  50.00 |   20.00 |   30.00",
            "utility/energy |   0.00 |   30.00 |  -30.00",
            "Total          |  50.00 |   50.00 |    0.00",
            "balanced (7 journal entries)");
  }

  @Test
  void aJournalThatDoesNotBalanceFails() {
    TrialBalanceCommand command = trialBalance(2_999);
    Printed printed = new Printed().by(command);
    assertThatThrownBy(command::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("the journal does not balance");
    assertThat(printed.lines()).last().isEqualTo("NOT BALANCED: off by 0.01 (7 journal entries)");
  }

  private static TrialBalanceCommand trialBalance(long energy) {
    List<TrialBalance.Row> rows =
        List.of(
            new TrialBalance.Row("agency/A001", fen(5_000), fen(2_000)),
            new TrialBalance.Row("utility/energy", fen(0), fen(energy)));
    TrialBalanceCommand command = new TrialBalanceCommand();
    command.journal =
        Fake.of(Journal.class, Map.of("trialBalance", arguments -> new TrialBalance(rows, 7)));
    return command;
  }
}
