package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Remittances;

/** Opens a fund batch again. */
@Service
@Command(
    scope = "gridtill",
    name = "remittance-reopen",
    description =
        "Opens a fund batch again that nobody has declared; its transactions are free, and its number"
            + " is not used again")
public class RemittanceReopenCommand extends RemittanceCommand {

  @Argument(name = "batch", description = "The batch, as 42 or GT00000042", required = true)
  @Completion(OpenBatches.class)
  String batch;

  @Override
  void run(Remittances desk) throws Exception {
    String person = Person.loggedIn();
    desk.reopen(Batches.number(batch), person);
    out.println("fund batch " + batch + " is open again");
  }
}
