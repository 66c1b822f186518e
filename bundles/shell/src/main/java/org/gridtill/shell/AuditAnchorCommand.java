package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Prints the anchor of the audit trail. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "audit-anchor",
    description =
        "Prints the last record's number and hash, to be kept outside of the platform; audit-verify"
            + " --anchor then tells whether anything up to it was changed or cut off")
public class AuditAnchorCommand extends ShellCommand {

  @Override
  void run() throws Exception {
    out.println(present(audit, "the audit trail").anchor());
  }
}
