package org.gridtill.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.credit.Credit;

/**
 * A command. It prints what it has to say, because Karaf shows a returned value only to people and
 * not to scripts, and it fails with one sentence that is meant for whoever typed it.
 */
public abstract class ShellCommand implements Action {

  /** Karaf's, which finds the session by the thread that prints. */
  PrintStream out = System.out;

  @Reference(optional = true)
  AuditTrail audit;

  /** Who stands below whom; it stays whole for people who are restricted to a unit. */
  @Reference(optional = true)
  Credit allHolders;

  @Override
  public final Object execute() throws Exception {
    String unit = Person.unit();
    if (unit != null) {
      Credit whole = present(allHolders, "the credit service");
      allHolders = null;
      new UnitScope(whole, unit).restrict(this);
    }
    if (getClass().isAnnotationPresent(LookOnly.class)) {
      return runInWords();
    }
    new Recording(audit, this).run(this::runInWords);
    return null;
  }

  private Object runInWords() throws Exception {
    try {
      run();
      return null;
    } catch (IllegalArgumentException e) {
      throw failure(e.getMessage());
    }
  }

  /**
   * Returns, for the audit trail, how that is which the command changes; null if nobody knows. It
   * is asked before and after.
   */
  String state() {
    return null;
  }

  /**
   * Tells whether it is done even if the audit trail cannot be written, and only logged: because
   * not doing it is worse.
   */
  boolean evenUnrecorded() {
    return false;
  }

  /**
   * Does the work.
   *
   * @throws IllegalArgumentException if what was typed is wrong, saying what
   */
  abstract void run() throws Exception;

  /** Prints a named value, or a dash without a value. */
  final void fact(String name, Object value) {
    out.printf("%-15s %s%n", name, Show.orDash(value));
  }

  /** Prints the heading of a part, behind an empty line. */
  final void heading(String text) {
    out.println();
    out.println(text);
  }

  /**
   * Returns a service.
   *
   * @param service the service, or null while it is away
   * @param name what people call it
   * @throws CommandException if it is away
   */
  static <T> T present(T service, String name) throws CommandException {
    if (service == null) {
      throw failure(
          name + " is not running; 'scr:list' and 'log:display' tell why, often the database");
    }
    return service;
  }

  /** Makes the exception that fails a command with a sentence, as plain text also for scripts. */
  static CommandException failure(String sentence) {
    return new CommandException("error: " + sentence, sentence);
  }
}
