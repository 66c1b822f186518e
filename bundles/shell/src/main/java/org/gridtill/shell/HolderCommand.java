package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.Holder;

/** What commands that change an agency or a collector have in common. */
abstract class HolderCommand extends RuledCommand {

  @Argument(
      name = "holder",
      description = "The agency, such as A001, or the collector, such as A001/C01",
      required = true)
  @Completion(HolderCodes.class)
  String holder;

  @Reference(optional = true)
  Agencies agencies;

  @Reference(optional = true)
  Credit credit;

  @Override
  final String state() {
    return HolderLookup.state(credit, holder);
  }

  @Override
  final void runByRules() throws Exception {
    run(present(agencies, "the register of agencies"), Holder.parse(holder));
  }

  /** Does the work, as {@link #runByRules()}. */
  abstract void run(Agencies register, Holder who) throws Exception;
}
