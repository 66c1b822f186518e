package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Remittances;

/** Closes a fund batch. */
@Service
@Command(
    scope = "gridtill",
    name = "remittance-close",
    description =
        "Closes a fund batch over all that an agency with its collectors, or one collector, has"
            + " collected and not remitted; it cannot be reversed any more")
public class RemittanceCloseCommand extends RemittanceCommand {

  @Argument(
      name = "holder",
      description = "The agency, such as A001, or the collector, such as A001/C01",
      required = true)
  @Completion(HolderCodes.class)
  String holder;

  @Override
  void run(Remittances desk) throws Exception {
    String person = Person.loggedIn();
    FundBatch batch = desk.close(Holder.parse(holder), person);
    out.printf(
        "fund batch %s of %s: %s, %s collected, %s%n",
        batch.reference(),
        batch.holder(),
        Show.count(batch.transactions(), "transaction"),
        batch.collected(),
        batch.state() == FundBatch.State.ARRIVED
            ? "covered by the agency's own money"
            : batch.due() + " due; the transfer must name " + batch.reference());
  }
}
