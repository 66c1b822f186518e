package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;

/** Lists the credit of agencies and collectors. */
@ForUnit
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "credit-list",
    description = "Lists the credit of agencies and collectors, in yuan")
public class CreditListCommand extends ShellCommand {

  @Argument(
      name = "holder",
      description =
          "Only this agency, such as A001, and its collectors; or a collector, as A001/C01")
  @Completion(HolderCodes.class)
  String holder;

  @Reference(optional = true)
  Credit credit;

  @Override
  void run() throws Exception {
    Credit lines = present(credit, "the credit service");
    CreditTable.of(holder == null ? lines.list() : only(lines))
        .emptyTableText("no agencies")
        .print(out);
  }

  private List<CreditLine> only(Credit lines) {
    Holder wanted = HolderLookup.require(lines, holder).holder();
    return lines.list().stream()
        .filter(
            line ->
                line.holder().equals(wanted)
                    || !wanted.isCollector() && line.holder().agency().equals(wanted))
        .toList();
  }
}
