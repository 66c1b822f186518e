package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.HolderState;
import org.junit.jupiter.api.Test;

class MoneyCommandsTest {

  private static final CreditLine COUNTY = Lines.line("P001", null);
  private static final CreditLine RIVERSIDE =
      Lines.with(Lines.line("A001", "P001"), 5_000_000, -1_234_567, 8_900);
  private static final CreditLine COLLECTOR =
      Lines.in(HolderState.SUSPENDED, Lines.line("A001/C01", null), "a lost card");
  private static final CreditLine RICH = Lines.with(Lines.line("A002", null), 0, 100_000, 0);

  private static List<String> creditList(String holder) throws Exception {
    CreditListCommand command = new CreditListCommand();
    command.credit = Lines.service(RIVERSIDE, COLLECTOR, RICH, COUNTY);
    command.holder = holder;
    return new Printed().run(command);
  }

  private static Money fen(long fen) {
    return Money.ofFen(fen);
  }

  @Test
  void creditIsListedWithWhatIsAvailable() throws Exception {
    List<String> lines = creditList(null);
    assertThat(lines.get(0))
        .matches(
            "Holder +\\| Name +\\| +Limit \\| +Used \\| Reserved \\| Available \\| Own money"
                + " \\| Under \\| State");
    assertThat(lines.subList(2, lines.size()))
        .containsExactly(
            "A001     | Name of A001     | 50000.00 | 12345.67 |    89.00 |  37565.33 |      0.00"
                + " | P001  | ACTIVE",
            "A001/C01 | Name of A001/C01 |   100.00 |     0.00 |     0.00 |    100.00 |      0.00"
                + " | -     | SUSPENDED",
            "A002     | Name of A002     |     0.00 |     0.00 |     0.00 |   1000.00 |   1000.00"
                + " | -     | ACTIVE",
            "P001     | Name of P001     |   100.00 |     0.00 |     0.00 |    100.00 |      0.00"
                + " | -     | ACTIVE");
  }

  @Test
  void anAgencyIsListedWithItsCollectors() throws Exception {
    assertThat(creditList("A001")).hasSize(4).anyMatch(line -> line.startsWith("A001/C01 "));
    assertThat(creditList("A001/C01")).hasSize(3).last().asString().startsWith("A001/C01 ");
    assertThat(creditList("P001")).hasSize(3);
  }

  @Test
  void unknownHoldersAreNamed() {
    for (String holder : List.of("A999", "A001/C99")) {
      assertThatThrownBy(() -> creditList(holder))
          .isInstanceOf(CommandException.class)
          .hasMessageMatching("no (agency|collector) " + holder);
    }
    assertThatThrownBy(() -> creditList("A001/")).hasMessage("wrong collector code: A001/");
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
