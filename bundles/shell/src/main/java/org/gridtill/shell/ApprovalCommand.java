package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.platform.approvals.Approvals;
import org.gridtill.api.platform.people.Caller;

/** A decision about a request of another administrator. */
abstract class ApprovalCommand extends RuledCommand {

  @Argument(name = "number", description = "The request, as approval-list has it", required = true)
  long number;

  @Reference(optional = true)
  Approvals approvals;

  @Override
  final void runByRules() throws Exception {
    run(present(approvals, "the desk for approvals"), PeopleCommand.caller());
  }

  /** Decides, as {@link #runByRules()}. */
  abstract void run(Approvals desk, Caller by) throws Exception;
}
