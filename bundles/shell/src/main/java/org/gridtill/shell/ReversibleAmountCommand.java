package org.gridtill.shell;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.ReversibleAmount;
import org.gridtill.api.platform.transactions.ReversibleAmount.Scope;

/** Shows what may still be reversed today, and why the rest may not. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "reversible-amount",
    description =
        "Shows what an agency, a collector or a terminal may still reverse today, and by which"
            + " rules the rest may not be reversed")
public class ReversibleAmountCommand extends ShellCommand {

  private static final Map<Scope, String> NAMES =
      Map.of(Scope.AGENCY, "Agency", Scope.COLLECTOR, "Collector", Scope.TERMINAL, "Terminal");

  @Argument(name = "agency", description = "The agency")
  @Completion(AgencyCodes.class)
  String agency;

  @Option(name = "--collector", description = "A collector instead, as AGENCY/COLLECTOR")
  String collector;

  @Option(name = "--terminal", description = "A terminal instead")
  @Completion(TerminalCodes.class)
  String terminal;

  @Reference(optional = true)
  ReversalDesk desk;

  @Reference(optional = true)
  Credit credit;

  @Reference(optional = true)
  TerminalRegistry terminals;

  @Override
  void run() throws Exception {
    if (Stream.of(agency, collector, terminal).filter(Objects::nonNull).count() != 1) {
      throw new IllegalArgumentException("name an agency, or give --collector or --terminal");
    }
    print(reversible(present(desk, "the reversal desk")));
  }

  private ReversibleAmount reversible(ReversalDesk reversals) throws Exception {
    if (terminal != null) {
      Terminals.require(present(terminals, "the terminal registry"), terminal);
      return reversals.reversible(Scope.TERMINAL, terminal);
    }
    if (collector == null) {
      HolderLookup.requireAgency(present(credit, "the credit service"), agency);
      return reversals.reversible(Scope.AGENCY, agency);
    }
    String[] parts = collector.split("/", -1);
    if (parts.length != 2 || parts[1].isEmpty()) {
      throw new IllegalArgumentException("a collector is given as AGENCY/COLLECTOR");
    }
    HolderLookup.requireAgency(present(credit, "the credit service"), parts[0]);
    return reversals.reversible(Scope.COLLECTOR, collector);
  }

  private void print(ReversibleAmount amount) {
    fact(NAMES.get(amount.scope()), amount.code());
    fact("Accounting day", amount.accountingDate());
    fact(
        "Reversible", Show.count(amount.count(), "transaction") + ", " + amount.amount() + " yuan");
    fact("Left in number", limit(amount.remainingCount()));
    fact("Left in yuan", limit(amount.remainingAmount()));
    heading("Not reversible");
    forbidden(amount).print(out);
  }

  private static Object limit(Object remaining) {
    return remaining == null ? "no limit" : remaining;
  }

  private static ShellTable forbidden(ReversibleAmount amount) {
    ShellTable table = new ShellTable();
    table.column("Count").alignRight();
    table.column("Rule");
    table.column("Why");
    Arrays.stream(ReversalRule.values())
        .filter(amount.forbidden()::containsKey)
        .forEach(
            rule -> table.addRow().addContent(amount.forbidden().get(rule), rule, rule.words()));
    return table.emptyTableText("none");
  }
}
