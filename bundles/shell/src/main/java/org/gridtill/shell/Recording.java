package org.gridtill.shell;

import java.util.concurrent.Callable;
import org.apache.karaf.shell.api.action.Command;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditEvent.Outcome;
import org.gridtill.api.platform.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records a command: that it begins, before anything else, and how it ended. A command may take
 * long and commit several times, so that one record in one transaction with it cannot be had; one
 * without an end tells that the platform ended meanwhile.
 */
final class Recording {

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

  private final AuditTrail trail;
  private final ShellCommand command;
  private final String act;
  private final Typed typed;
  private final String person = Person.forRecord();
  private final String origin = Person.origin();

  /** What is to be recorded of a command that somebody has typed. */
  Recording(AuditTrail trail, ShellCommand command) {
    this.trail = trail;
    this.command = command;
    act = command.getClass().getAnnotation(Command.class).name();
    typed = new Typed(command);
  }

  /** Runs the command. */
  void run(Callable<?> work) throws Exception {
    if (trail == null && !command.evenUnrecorded()) {
      ShellCommand.present(trail, "the audit trail, without which nothing is changed,");
    }
    String before = command.state();
    record(Outcome.BEGUN, before, null, typed.details(), true);
    try {
      work.call();
    } catch (Exception e) {
      record(Outcome.FAILED, before, null, String.valueOf(e.getMessage()), false);
      throw e;
    }
    record(Outcome.DONE, before, command.state(), typed.details(), false);
  }

  private void record(Outcome outcome, String before, String after, String details, boolean must) {
    AuditEvent event =
        new AuditEvent(person, origin, act, typed.subject(), outcome, before, after, details);
    if (trail == null) {
      LOG.warn("Not in the audit trail, which is away: {}", event);
      return;
    }
    try {
      trail.record(event);
    } catch (RuntimeException e) {
      if (must && !command.evenUnrecorded()) {
        throw e;
      }
      LOG.error("Not in the audit trail, which cannot be written: {}", event, e);
    }
  }
}
