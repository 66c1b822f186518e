package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditTrail;

/** Looks whether the audit trail is as it was written. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "audit-verify",
    description =
        "Looks at every record of the audit trail; fails if one was altered, is missing or was"
            + " inserted")
public class AuditVerifyCommand extends ShellCommand {

  @Option(
      name = "--anchor",
      description =
          "What audit-anchor printed, or the log says, at an earlier time; without it, a trail that"
              + " was written anew or cut off at its end is not found")
  String anchor;

  @Override
  void run() throws Exception {
    AuditAnchor known = anchor == null ? null : AuditAnchor.parse(anchor);
    AuditTrail.Verification seen = present(audit, "the audit trail").verify(known);
    fact("Records", seen.records());
    fact("Last", seen.head());
    if (!seen.findings().isEmpty()) {
      seen.findings()
          .forEach(f -> out.println("record " + f.number() + ": " + f.kind() + ", " + f.words()));
      throw failure("the audit trail is not as it was written");
    }
    out.println(
        known == null
            ? "nothing was altered, is missing or was inserted, as far as can be told without an"
                + " anchor"
            : "nothing was altered, is missing or was inserted");
  }
}
