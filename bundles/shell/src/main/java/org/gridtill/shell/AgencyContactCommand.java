package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Holder;

/** Says where messages to an agency or a collector go. */
@Service
@Command(
    scope = "gridtill",
    name = "agency-contact",
    description = "Says where messages to an agency or a collector go, and in which language")
public class AgencyContactCommand extends HolderCommand {

  @Argument(
      index = 1,
      name = "address",
      description = "Such as a telephone number, at most 64 characters; '' for none",
      required = true)
  String address;

  @Option(name = "--language", description = "zh or en; without it, the language stays")
  @Completion(
      value = StringsCompleter.class,
      values = {"zh", "en"})
  String language;

  @Override
  void run(Agencies register, Holder who) {
    String spoken = language == null ? register.contact(who).language() : language;
    register.contact(who, address, spoken);
    out.println(
        address.isEmpty()
            ? "messages to " + who + " are not sent"
            : "messages to " + who + " go to " + address + ", in " + spoken);
  }
}
