package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.approvals.Approvals;
import org.gridtill.api.platform.people.Caller;

/** Refuses what another administrator has asked for, or takes one's own request back. */
@Service
@Command(
    scope = "gridtill",
    name = "approval-refuse",
    description =
        "Refuses, in your name, what an administrator has asked for; also your own request")
public class ApprovalRefuseCommand extends ApprovalCommand {

  @Override
  void run(Approvals desk, Caller by) throws Exception {
    String words = desk.refuse(number, by).act().words();
    out.println(by.person() + " has refused request " + number + ": " + words);
  }
}
