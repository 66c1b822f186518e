package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.Remittances;

/** Settles a fund batch of which too little has arrived. */
@Service
@Command(
    scope = "gridtill",
    name = "remittance-accept-short",
    description =
        "Settles a fund batch of which too little has arrived, in your name: its collectors owe"
            + " nothing of it any more, the agency goes on owing the rest. Not for whoever closed it")
public class RemittanceAcceptShortCommand extends RemittanceCommand {

  @Argument(name = "batch", description = "The batch, as 42 or GT00000042", required = true)
  @Completion(OpenBatches.class)
  String batch;

  @Argument(
      index = 1,
      name = "reason",
      description = "Why, 1 to 200 characters; in quotes",
      required = true)
  String reason;

  @Override
  void run(Remittances desk) throws Exception {
    String person = Person.loggedIn();
    FundBatch after = desk.acceptShortage(Batches.number(batch), person, reason);
    out.printf(
        "%s has accepted that %s is missing in fund batch %s; agency %s owes it%n",
        person, after.missing(), after.reference(), after.holder().agencyCode());
  }
}
