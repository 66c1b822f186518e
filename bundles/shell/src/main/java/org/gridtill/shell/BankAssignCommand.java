package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.BankAccount;
import org.gridtill.api.platform.credit.BankMovement;
import org.gridtill.api.platform.credit.FundBatch;

/** Says whose money a bank movement is. */
@Service
@Command(
    scope = "gridtill",
    name = "bank-assign",
    description = "Says, in your name, whose money a bank movement is that nobody could explain")
public class BankAssignCommand extends RuledCommand {

  @Argument(name = "reference", description = "The bank's reference of it", required = true)
  @Completion(UnmatchedMovements.class)
  String reference;

  @Argument(
      index = 1,
      name = "target",
      description = "A fund batch, as GT00000042, or an agency's code for its own money",
      required = true)
  @Completion(AgencyCodes.class)
  String target;

  @Reference(optional = true)
  BankAccount bank;

  @Override
  void runByRules() throws Exception {
    String person = Person.loggedIn();
    BankMovement movement = present(bank, "the bank desk").assign(reference, target, person);
    out.printf(
        "%s has said that the %s of %s are %s of agency %s%n",
        person,
        movement.amount(),
        movement.bankReference(),
        movement.batch() == null
            ? "own money"
            : "for fund batch " + FundBatch.reference(movement.batch()),
        movement.agencyCode());
  }
}
