package org.gridtill.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.transactions.ReversalDesk;

/** What commands about the reversal of one transaction have in common. */
abstract class ReversalCommand extends RuledCommand {

  @Reference(optional = true)
  ReversalDesk desk;

  @Override
  final void runByRules() throws Exception {
    run(present(desk, "the reversal desk"), new SerialNo(serial()));
  }

  /** Returns the serial number as it was typed. */
  abstract String serial();

  /**
   * Does the work.
   *
   * @throws IllegalArgumentException if what was typed is wrong, saying what
   * @throws IllegalStateException if a rule forbids it, naming the rule
   */
  abstract void run(ReversalDesk reversals, SerialNo serialNo) throws Exception;
}
