package org.gridtill.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.platform.credit.Remittances;

/** What commands that change a fund batch have in common. */
abstract class RemittanceCommand extends RuledCommand {

  @Reference(optional = true)
  Remittances remittances;

  @Override
  final void runByRules() throws Exception {
    run(present(remittances, "the remittance desk"));
  }

  /** Does the work, as {@link #runByRules()}. */
  abstract void run(Remittances desk) throws Exception;
}
