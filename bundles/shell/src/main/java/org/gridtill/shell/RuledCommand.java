package org.gridtill.shell;

/**
 * A command about something that a rule or a state may forbid; the sentence that says so is shown.
 */
abstract class RuledCommand extends ShellCommand {

  @Override
  final void run() throws Exception {
    try {
      runByRules();
    } catch (IllegalStateException e) {
      throw failure(e.getMessage());
    }
  }

  /**
   * Does the work.
   *
   * @throws IllegalArgumentException if what was typed is wrong, saying what
   * @throws IllegalStateException if a rule or a state forbids it, saying which
   */
  abstract void runByRules() throws Exception;
}
