package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;

/** Closes an agency or a collector. */
@Service
@Command(
    scope = "gridtill",
    name = "holder-close",
    description =
        "Closes a collector, or an agency whose collectors and agencies are closed, for ever and in"
            + " your name")
public class HolderCloseCommand extends HolderCommand {

  @Argument(
      index = 1,
      name = "reason",
      description = "Why, 1 to 200 characters; in quotes",
      required = true)
  String reason;

  @Override
  void run(Agencies register, Holder who) throws Exception {
    String person = Person.loggedIn();
    HolderState state = register.close(who, person, reason);
    out.println(
        person
            + " has closed "
            + who
            + (state == HolderState.CLOSED
                ? ""
                : "; it is "
                    + state
                    + " until its money is remitted or paid back, and takes none any more"));
  }
}
