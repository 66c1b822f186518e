package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.transactions.ReversalDesk;

/** Asks for a reversal, as the first of two persons. */
@Service
@Command(
    scope = "gridtill",
    name = "reversal-request",
    description =
        "Asks for the reversal of a transaction in your name; nothing happens until another person"
            + " authorizes it")
public class ReversalRequestCommand extends ReversalCommand {

  @Argument(name = "serial", description = "The transaction's serial number", required = true)
  String serial;

  @Argument(
      index = 1,
      name = "reason",
      description = "Why, 1 to 200 characters; in quotes",
      required = true)
  String reason;

  @Override
  String serial() {
    return serial;
  }

  @Override
  void run(ReversalDesk reversals, SerialNo serialNo) throws Exception {
    String person = Person.loggedIn();
    reversals.request(serialNo, person, reason);
    out.println(
        person
            + " has asked for the reversal of "
            + serialNo
            + "; another person authorizes it with reversal-authorize");
  }
}
