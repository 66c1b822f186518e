package org.gridtill.audit;

import java.nio.file.Path;
import java.security.Principal;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditEvent.Outcome;
import org.gridtill.api.platform.audit.AuditTrail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records Karaf's own commands, which do not know of the trail, after they were executed, and those
 * that were refused. Karaf tells of each line; one that cannot be recorded is logged.
 */
@Component(immediate = true, property = EventConstants.EVENT_TOPIC + "=" + KarafCommands.TOPIC)
public class KarafCommands implements EventHandler {

  static final String TOPIC = "org/apache/karaf/shell/console/EXECUTED";

  private static final Logger LOG = LoggerFactory.getLogger(KarafCommands.class);
  private static final int WAITING = 1000;

  private final AuditTrail trail;
  private final InitScripts initScripts;
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          KarafCommands::thread,
          (task, pool) -> LOG.error("Not in the audit trail, which is too slow: {}", task));

  /** Made by Declarative Services. */
  @Activate
  public KarafCommands(@Reference AuditTrail trail) {
    this(trail, Path.of(System.getProperty("karaf.etc", "etc")));
  }

  KarafCommands(AuditTrail trail, Path etc) {
    this.trail = trail;
    initScripts = new InitScripts(etc);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "gridtill-audit-commands");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns at once: a handler that takes long is not called again. */
  @Override
  public void handleEvent(Event event) {
    String text = text(event);
    if (text == null || initScripts.contains(text)) {
      return;
    }
    TypedLine line = new TypedLine(text);
    Object exception = event.getProperty("exception");
    boolean refused = exception != null && isRefusal(exception);
    if (line.isKept() || refused) {
      Set<Principal> who =
          event.getProperty("subject") instanceof Subject subject
              ? subject.getPrincipals()
              : Set.of();
      writer.execute(new Task(of(line, who, exception, refused)));
    }
  }

  /** Karaf tells either the line or, if the session has a variable of that name, its script. */
  private static String text(Event event) {
    Object script = event.getProperty("script");
    if (script != null) {
      return "script " + script;
    }
    return event.getProperty("command") instanceof String line ? line : null;
  }

  private static boolean isRefusal(Object exception) {
    return exception instanceof SecurityException
        || exception.getClass().getSimpleName().equals("CommandNotFoundException");
  }

  private static AuditEvent of(
      TypedLine line, Set<Principal> who, Object exception, boolean refused) {
    Outcome ended = exception == null ? Outcome.DONE : Outcome.FAILED;
    return new AuditEvent(
        named(who, "UserPrincipal", "nobody"),
        named(who, "ClientPrincipal", ""),
        refused ? line.first() : line.act(),
        "",
        refused ? Outcome.REFUSED : ended,
        null,
        null,
        line.words());
  }

  /** By the class's name, which is Karaf's: this bundle then needs none of its login. */
  private static String named(Set<Principal> who, String type, String otherwise) {
    return who.stream()
        .filter(principal -> principal.getClass().getSimpleName().equals(type))
        .map(Principal::getName)
        .findFirst()
        .orElse(otherwise);
  }

  private final class Task implements Runnable {

    private final AuditEvent event;

    Task(AuditEvent event) {
      this.event = event;
    }

    @Override
    public void run() {
      try {
        trail.record(event);
      } catch (RuntimeException e) {
        LOG.error("Not in the audit trail, which cannot be written: {}", event, e);
      }
    }

    @Override
    public String toString() {
      return event.toString();
    }
  }

  @Deactivate
  void stop() {
    writer.shutdown();
  }
}
