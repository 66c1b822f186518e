package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.Remittances;

/** Lists fund batches. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "remittance-list",
    description = "Lists the fund batches whose money has not arrived, or all, the latest first")
public class RemittanceListCommand extends ShellCommand {

  @Argument(name = "agency", description = "Only this agency's")
  @Completion(AgencyCodes.class)
  String agency;

  @Option(name = "--all", description = "Also those that have arrived")
  boolean all;

  @Option(name = "--limit", description = "How many to list at most, 1 to 10000")
  int limit = 100;

  @Reference(optional = true)
  Remittances remittances;

  @Override
  void run() throws Exception {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("--limit is 1 to 10000");
    }
    // One more than is listed, to see whether there are more.
    List<FundBatch> found =
        present(remittances, "the remittance desk").list(agency, !all, limit + 1);
    List<FundBatch> listed = found.subList(0, Math.min(limit, found.size()));
    Batches.table(listed).emptyTableText("no fund batches").print(out);
    Money missing =
        listed.stream()
            .filter(batch -> batch.state() != FundBatch.State.ARRIVED)
            .map(FundBatch::missing)
            .reduce(Money.ZERO, Money::plus);
    out.println(
        listed.size()
            + (listed.size() == 1 ? " batch" : " batches")
            + (found.size() > limit ? ", and more" : "")
            + "; "
            + missing
            + " yuan have not arrived");
  }
}
