package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.Remittances;

/** Notes a slip of the bank. */
@Service
@Command(
    scope = "gridtill",
    name = "remittance-deposited",
    description =
        "Notes a slip of the bank for a declared fund batch; credit is free when the money has"
            + " arrived, not before")
public class RemittanceDepositedCommand extends RemittanceCommand {

  @Argument(name = "batch", description = "The batch, as 42 or GT00000042", required = true)
  @Completion(OpenBatches.class)
  String batch;

  @Argument(
      index = 1,
      name = "slip",
      description = "The slip's number, 1 to 32 characters",
      required = true)
  String slip;

  @Argument(index = 2, name = "amount", description = "The sum on it, in yuan", required = true)
  String amount;

  @Override
  void run(Remittances desk) throws Exception {
    String person = Person.loggedIn();
    FundBatch after = desk.deposited(Batches.number(batch), slip, Money.parse(amount), person);
    out.printf(
        "fund batch %s: %s of %s are deposited%n",
        after.reference(), after.deposited(), after.due());
  }
}
