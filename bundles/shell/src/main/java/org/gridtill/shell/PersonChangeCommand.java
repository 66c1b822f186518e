package org.gridtill.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.approvals.Approvals;

/**
 * A command about people that may need a second administrator. Apart from the others, since people
 * who are restricted to a unit get no desk for approvals, and change their own password.
 */
abstract class PersonChangeCommand extends PeopleCommand {

  @Reference(optional = true)
  Approvals approvals;

  /** Asks for an act, if it needs a second administrator, and tells whether it does. */
  final boolean askIfNeeded(Act act) throws Exception {
    return Asking.askIfNeeded(present(approvals, "the desk for approvals"), act, caller(), out);
  }
}
