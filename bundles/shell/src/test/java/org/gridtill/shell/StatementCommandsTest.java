package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.AccountStatement;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.junit.jupiter.api.Test;

class StatementCommandsTest {

  private static final EntryKey SALE = new EntryKey(EntryKind.SALE, 263270000001L);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String HEAD =
      "Day        | Posted                     | Entry                 | Mirrors           | Debit"
          + " | Credit | Balance";

  private final Journal journal =
      Fake.of(
          Journal.class,
          Map.of(
              "statement",
              arguments ->
                  statement(
                      (String) arguments[0], (LocalDate) arguments[1], (LocalDate) arguments[2]),
              "trialBalance",
              arguments -> trialBalance(arguments)));

  private String asked = "";

  private AccountStatement statement(String account, LocalDate from, LocalDate to) {
    asked += account + ' ' + from + ' ' + to + '\n';
    if (!account.equals("agency/A001")) {
      return new AccountStatement(account, from, to, Money.parse("5.00"), List.of());
    }
    return new AccountStatement(
        account,
        from,
        to,
        Money.parse("100.00"),
        List.of(
            new AccountStatement.Line(SALE, null, to, NOON, Money.parse("12.34")),
            new AccountStatement.Line(
                new EntryKey(EntryKind.REVERSAL, 263270000002L),
                SALE,
                to,
                NOON.plusSeconds(1),
                Money.parse("-12.34")),
            new AccountStatement.Line(
                new EntryKey(EntryKind.BANK, 7),
                null,
                to,
                NOON.plusSeconds(2),
                Money.parse("-60"))));
  }

  private TrialBalance trialBalance(Object[] arguments) {
    asked += arguments == null ? "all\n" : arguments[0] + " " + arguments[1] + '\n';
    return new TrialBalance(List.of(), 0);
  }

  private AccountStatementCommand account(String from, String to) {
    AccountStatementCommand command = new AccountStatementCommand();
    command.journal = journal;
    command.clock = Records.CLOCK;
    command.account = "agency/A001";
    command.from = from;
    command.to = to;
    return command;
  }

  @Test
  void anAccountIsStatedWithItsBalances() throws Exception {
    assertThat(new Printed().run(account("2026-11-20", "2026-11-22")))
        .containsExactly(
            "agency/A001, 2026-11-20 to 2026-11-22",
            HEAD,
            "-----------+----------------------------+-----------------------+-------------------"
                + "+-------+--------+--------",
            "           |                            | opening               |                   |"
                + "       |        |  100.00",
            "2026-11-22 | 2026-11-23 12:00:00 +00:00 | SALE 263270000001     | -                 |"
                + " 12.34 |        |  112.34",
            "2026-11-22 | 2026-11-23 12:00:01 +00:00 | REVERSAL 263270000002 | SALE 263270000001 |"
                + "       |  12.34 |  100.00",
            "2026-11-22 | 2026-11-23 12:00:02 +00:00 | BANK 7                | -                 |"
                + "       |  60.00 |   40.00",
            "           |                            | closing               |                   |"
                + "       |        |   40.00");
  }

  @Test
  void theCurrentDayIsStatedUnlessOthersAreNamed() throws Exception {
    assertThat(new Printed().run(account(null, null))).startsWith("agency/A001, 2026-11-23");
    new Printed().run(account("2026-11-20", null));
    new Printed().run(account(null, "2026-11-21"));
    assertThat(asked)
        .isEqualTo(
            "agency/A001 2026-11-23 2026-11-23\n"
                + "agency/A001 2026-11-20 2026-11-23\n"
                + "agency/A001 2026-11-21 2026-11-21\n");
    assertThatThrownBy(account("2026-11-24", null)::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("the last day, 2026-11-23, is before the first, 2026-11-24");
    assertThatThrownBy(account("yesterday", null)::execute)
        .hasMessage("not a day, such as 2026-11-23: yesterday");
  }

  private AgencyStatementCommand agency(String code) {
    AgencyStatementCommand command = new AgencyStatementCommand();
    command.journal = journal;
    command.clock = Records.CLOCK;
    command.credit =
        Lines.service(
            Lines.line("A001", null),
            Lines.line("A001/C01", null),
            Lines.line("A001/C02", null),
            Lines.line("A002", "A001"),
            Lines.line("A002/C01", null));
    command.agency = code;
    return command;
  }

  @Test
  void anAgencyIsStatedWithItsCollectors() throws Exception {
    List<String> lines = new Printed().run(agency("A001"));
    assertThat(asked)
        .isEqualTo(
            "agency/A001 2026-11-23 2026-11-23\n"
                + "collector/A001/C01 2026-11-23 2026-11-23\n"
                + "collector/A001/C02 2026-11-23 2026-11-23\n");
    assertThat(lines)
        .startsWith("A001 Name of A001, 2026-11-23", "", "agency/A001", HEAD)
        .contains("collector/A001/C01", "collector/A001/C02")
        .endsWith(
            "Total of 3 accounts",
            "Opening         110.00",
            "Debits          12.34",
            "Credits         72.34",
            "Closing         50.00");
  }

  @Test
  void onlyAnAgencyIsStated() {
    assertThatThrownBy(agency("A009")::execute).hasMessage("no agency A009");
    assertThatThrownBy(agency("A001/C01")::execute).hasMessage("wrong agency code: A001/C01");
  }

  private TrialBalanceCommand balance(String day, String from, String to) {
    TrialBalanceCommand command = new TrialBalanceCommand();
    command.journal = journal;
    command.clock = Records.CLOCK;
    command.day = day;
    command.from = from;
    command.to = to;
    return command;
  }

  @Test
  void aTrialBalanceIsOfTheDaysAskedFor() throws Exception {
    new Printed().run(balance(null, null, null));
    new Printed().run(balance("2026-11-20", null, null));
    new Printed().run(balance(null, "2026-11-20", null));
    new Printed().run(balance(null, "2026-11-20", "2026-11-22"));
    assertThat(asked)
        .isEqualTo("all\n2026-11-20 2026-11-20\n2026-11-20 2026-11-23\n2026-11-20 2026-11-22\n");
    assertThatThrownBy(balance("2026-11-20", "2026-11-20", null)::execute)
        .hasMessage("give --day, or --from and --to");
    assertThatThrownBy(balance(null, null, "2026-11-20")::execute).hasMessage("--to needs --from");
  }
}
