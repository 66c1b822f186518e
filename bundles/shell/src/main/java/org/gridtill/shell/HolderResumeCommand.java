package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Holder;

/** Ends the suspension of an agency or a collector. */
@Service
@Command(
    scope = "gridtill",
    name = "holder-resume",
    description =
        "Lets an agency or a collector that was suspended take money again, in your name; one below"
            + " it that is suspended itself stays so")
public class HolderResumeCommand extends HolderCommand {

  @Override
  void run(Agencies register, Holder who) throws Exception {
    String person = Person.loggedIn();
    register.resume(who, person);
    out.println(person + " has resumed " + who);
  }
}
