package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.approvals.Approvals;
import org.gridtill.api.platform.approvals.Approvals.Approved;
import org.gridtill.api.platform.people.Caller;

/** Approves what another administrator has asked for. */
@Service
@Command(
    scope = "gridtill",
    name = "approval-approve",
    description = "Approves, in your name, what another administrator has asked for, and does it")
public class ApprovalApproveCommand extends ApprovalCommand {

  @Argument(
      index = 1,
      name = "what",
      description =
          "The person's name, or the fingerprint as the vendor has told it to you on another way"
              + " than the file; so that it cannot be another request",
      required = true)
  String what;

  @Override
  void run(Approvals desk, Caller by) throws Exception {
    Approved approved = desk.approve(number, what, by);
    out.println(
        by.person()
            + " has approved request "
            + number
            + " of "
            + approved.request().requestedBy()
            + ": "
            + approved.request().act().words());
    if (approved.secondHalf() != null) {
      out.println("second half of the one-time password: " + approved.secondHalf());
      out.println(
          "it is shown nowhere again; "
              + approved.request().requestedBy()
              + " has the first half, and both are typed with a dash between");
    }
    VendorCommand.print(approved.verdicts(), out);
  }
}
