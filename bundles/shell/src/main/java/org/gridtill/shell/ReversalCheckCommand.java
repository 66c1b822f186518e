package org.gridtill.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.gridtill.api.platform.transactions.ReversalRule;

/** Tells whether a transaction may be reversed. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "reversal-check",
    description =
        "Tells whether a transaction may be reversed now, and if not, which rule forbids it")
public class ReversalCheckCommand extends ReversalCommand {

  @Argument(name = "serial", description = "The transaction's serial number", required = true)
  String serial;

  @Override
  String serial() {
    return serial;
  }

  @Override
  void run(ReversalDesk reversals, SerialNo serialNo) {
    Optional<ReversalRule> obstacle = reversals.obstacle(serialNo);
    out.println("transaction " + serialNo + obstacle.map(this::why).orElse(" may be reversed"));
  }

  private String why(ReversalRule rule) {
    return rule == ReversalRule.SECOND_PERSON
        ? " may be reversed once a second person authorizes it (SECOND_PERSON)"
        : " may not be reversed: " + rule.words() + " (" + rule + ")";
  }
}
