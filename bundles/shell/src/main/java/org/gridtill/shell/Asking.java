package org.gridtill.shell;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.approvals.Approvals;
import org.gridtill.api.platform.approvals.Approvals.Asked;
import org.gridtill.api.platform.people.Caller;

/** Asks for an act that needs a second administrator, and tells who asks what comes next. */
final class Asking {

  private Asking() {}

  /** Asks, if the act needs somebody else, and tells whether it does. */
  static boolean askIfNeeded(Approvals desk, Act act, Caller by, PrintStream out) {
    if (!desk.isNeeded(act, by)) {
      return false;
    }
    Asked asked = desk.ask(act, by);
    out.println("nothing is done yet: " + act.words() + " needs another administrator");
    out.println(
        "request "
            + asked.number()
            + " waits until "
            + until(asked.expiresAt())
            + "; another administrator types: approval-approve "
            + asked.number()
            + " "
            + act.confirmation());
    if (asked.firstHalf() != null) {
      out.println("first half of the one-time password: " + asked.firstHalf());
      out.println(
          "it is shown nowhere again; the other administrator gets the second half, and "
              + act.subject()
              + " types both with a dash between");
    }
    return true;
  }

  private static Instant until(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS);
  }
}
