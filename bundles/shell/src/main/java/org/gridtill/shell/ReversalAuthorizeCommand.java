package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Authorizes a reversal, as the second of two persons. */
@Service
@Command(
    scope = "gridtill",
    name = "reversal-authorize",
    description =
        "Authorizes a reversal that another person or a terminal asked for, in your name; one that a"
            + " person asked for is done at once")
public class ReversalAuthorizeCommand extends ReversalCommand {

  @Argument(name = "serial", description = "The transaction's serial number", required = true)
  @Completion(RequestedReversals.class)
  String serial;

  @Override
  String serial() {
    return serial;
  }

  @Override
  void run(ReversalDesk reversals, SerialNo serialNo) throws Exception {
    String person = Person.loggedIn();
    TransactionRecord after = reversals.authorize(serialNo, person);
    out.println(person + " has authorized the reversal of " + serialNo + "; " + outcome(after));
  }

  private static String outcome(TransactionRecord after) {
    String reason = after.reason() == null ? "" : ": " + after.reason();
    return switch (after.state()) {
      case REVERSED -> "it is reversed";
      case REVERSING -> "the billing system is being asked to undo it";
      case COMPLETED ->
          reason.isEmpty()
              ? "it is reversed when its terminal repeats the reversal"
              : "it is not reversed" + reason;
      default -> "it is " + after.state() + reason;
    };
  }
}
