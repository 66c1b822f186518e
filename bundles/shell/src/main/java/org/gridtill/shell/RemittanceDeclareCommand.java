package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.Remittances;

/** Declares that a fund batch is being remitted. */
@Service
@Command(
    scope = "gridtill",
    name = "remittance-declare",
    description = "Declares that a closed fund batch is being remitted, with the sum that is due")
public class RemittanceDeclareCommand extends RemittanceCommand {

  @Argument(name = "batch", description = "The batch, as 42 or GT00000042", required = true)
  @Completion(OpenBatches.class)
  String batch;

  @Argument(
      index = 1,
      name = "amount",
      description = "What you believe to be due, in yuan",
      required = true)
  String amount;

  @Override
  void run(Remittances desk) throws Exception {
    String person = Person.loggedIn();
    FundBatch after = desk.declare(Batches.number(batch), Money.parse(amount), person);
    out.printf("fund batch %s is declared; %s must arrive%n", after.reference(), after.missing());
  }
}
