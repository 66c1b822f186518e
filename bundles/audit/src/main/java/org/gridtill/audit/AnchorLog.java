package org.gridtill.audit;

import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the last record's hash into the log, at the start and with each new accounting day, so
 * that it is kept where the log is kept: whoever cuts the trail off in the database has to change
 * the log too.
 */
@Component(service = AnchorLog.class, immediate = true)
public class AnchorLog {

  private static final Logger LOG = LoggerFactory.getLogger(AnchorLog.class);
  private static final long PERIOD_SECONDS = 60;

  private final AuditTrail trail;
  private final PlatformClock clock;
  private final ScheduledExecutorService timer;
  private LocalDate logged;

  /** Made by Declarative Services. */
  @Activate
  public AnchorLog(@Reference AuditTrail trail, @Reference PlatformClock clock) {
    this.trail = trail;
    this.clock = clock;
    timer = Executors.newSingleThreadScheduledExecutor(AnchorLog::thread);
    timer.scheduleWithFixedDelay(this::tryLook, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "gridtill-audit-anchors");
    thread.setDaemon(true);
    return thread;
  }

  /** The schedule ends with an exception that gets out. */
  private void tryLook() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("The anchor of the audit trail is not known yet: {}", e.toString());
    }
  }

  /** Logs the anchor if this day's is not logged; tells whether it did. */
  synchronized boolean look() {
    LocalDate today = clock.accountingDate(clock.now());
    if (today.equals(logged)) {
      return false;
    }
    AuditAnchor anchor = trail.anchor();
    LOG.info("Audit anchor of {}: {}", today, anchor);
    logged = today;
    return true;
  }

  @Deactivate
  void stop() {
    timer.shutdownNow();
  }
}
