package org.gridtill.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;

/** What commands that change a limit have in common. */
abstract class LimitCommand extends RuledCommand {

  @Reference(optional = true)
  Limits limits;

  @Reference(optional = true)
  Credit credit;

  @Override
  final String state() {
    return HolderLookup.state(credit, holder());
  }

  @Override
  final void runByRules() throws Exception {
    run(present(limits, "the limit desk"), Holder.parse(holder()));
  }

  /** Returns the holder as it was typed. */
  abstract String holder();

  /** Does the work, as {@link #runByRules()}. */
  abstract void run(Limits desk, Holder who) throws Exception;
}
