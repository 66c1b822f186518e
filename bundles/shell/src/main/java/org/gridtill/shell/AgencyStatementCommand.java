package org.gridtill.shell;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.AccountStatement;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.time.PlatformClock;

/** Shows what happened to the money of an agency and its collectors. */
@ForUnit
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "agency-statement",
    description =
        "Shows every posting to the accounts of an agency and its collectors on some accounting"
            + " days, with what they owed before and owe after")
public class AgencyStatementCommand extends ShellCommand {

  @Argument(name = "agency", description = "The agency, such as A001", required = true)
  @Completion(AgencyCodes.class)
  String agency;

  @Option(name = "--from", description = "The first accounting day; the last one if not given")
  String from;

  @Option(name = "--to", description = "The last accounting day; the current one if not given")
  String to;

  @Reference(optional = true)
  Journal journal;

  @Reference(optional = true)
  Credit credit;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    Journal books = present(journal, "the journal");
    PlatformClock time = present(clock, "the platform clock");
    Credit lines = present(credit, "the credit service");
    Days days = Days.of(from, to, time);
    CreditLine line = HolderLookup.requireAgency(lines, agency);
    out.println(line.holder() + " " + line.name() + ", " + days);
    List<AccountStatement> statements =
        Stream.concat(Stream.of(line), collectors(lines, line.holder()))
            .map(l -> books.statement(Accounts.of(l.holder()), days.from(), days.to()))
            .toList();
    StatementTable table = new StatementTable(time.zone());
    for (AccountStatement statement : statements) {
      heading(statement.account());
      table.print(statement, out);
    }
    heading("Total of " + Show.count(statements.size(), "account"));
    fact("Opening", sum(statements.stream().map(AccountStatement::opening)));
    fact("Debits", sum(amounts(statements).filter(Money::isPositive)));
    fact("Credits", sum(amounts(statements).filter(m -> !m.isPositive())).negated());
    fact("Closing", sum(statements.stream().map(AccountStatement::closing)));
  }

  private static Stream<CreditLine> collectors(Credit lines, Holder agency) {
    return lines.list().stream()
        .filter(line -> line.holder().isCollector() && line.holder().agency().equals(agency));
  }

  private static Stream<Money> amounts(List<AccountStatement> statements) {
    return statements.stream().flatMap(s -> s.lines().stream()).map(AccountStatement.Line::amount);
  }

  private static Money sum(Stream<Money> amounts) {
    return amounts.reduce(Money.ZERO, Money::plus);
  }
}
