package org.gridtill.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.accounts.BookChecks;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the books checked once each accounting day, on whichever node comes first, and tells
 * operations of what is found. If the platform was not running at that time, it is done when it
 * runs again.
 */
@Component(service = CheckSchedule.class, immediate = true, configurationPid = UtilityClock.PID)
public class CheckSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(CheckSchedule.class);
  private static final long PERIOD_SECONDS = 60;
  private static final int LONGEST_DELAY = 1200;
  private static final int LONGEST_KEY = 80;
  private static final int LONGEST_VALUE = 100;

  /** After so long, whoever was closing days has died. */
  private static final Duration CLOSING = Duration.ofHours(1);

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final BookAudit audit;
  private final Outbox outbox;
  private final Duration delay;
  private final ScheduledExecutorService timer;

  /** Made by Declarative Services. */
  @Activate
  public CheckSchedule(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference BookAudit audit,
      @Reference Outbox outbox,
      UtilityClock.Settings settings) {
    this.jpa = jpa;
    this.clock = clock;
    this.audit = audit;
    this.outbox = outbox;
    this.delay = delay(settings.checkDelayMinutes());
    timer = Executors.newSingleThreadScheduledExecutor(CheckSchedule::thread);
    timer.scheduleWithFixedDelay(this::tryLook, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private static Duration delay(int minutes) {
    if (minutes < 0 || minutes > LONGEST_DELAY) {
      throw new IllegalArgumentException(
          UtilityClock.PID + ": checkDelayMinutes is from 0 to " + LONGEST_DELAY + ": " + minutes);
    }
    return Duration.ofMinutes(minutes);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "gridtill-book-checks");
    thread.setDaemon(true);
    return thread;
  }

  /** The schedule ends with an exception that gets out, and with it every check. */
  private void tryLook() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("The books are not checked yet: {}", e.toString());
    }
  }

  /** Does what there is to do. */
  void look() {
    Instant now = clock.now();
    if (jpa.txExpr(
        TransactionType.Required, em -> PeriodMark.takeBackOld(em, now.minus(CLOSING)))) {
      LOG.warn("Somebody has begun to close days and has not ended; nothing is closed");
    }
    LocalDate today = clock.accountingDate(now);
    if (!clock.accountingDate(now.minus(delay)).equals(today)) {
      return;
    }
    OptionalLong claim =
        jpa.txExpr(TransactionType.Required, em -> CheckTable.claim(em, today, now));
    if (claim.isPresent()) {
      check(today, claim.getAsLong());
    }
  }

  private void check(LocalDate today, long claim) {
    BookChecks.Report report = audit.run();
    List<BookChecks.Result> wrong =
        report.results().stream().filter(result -> !result.findings().isEmpty()).toList();
    for (BookChecks.Result result : wrong) {
      LOG.error("The books are wrong. Not so: {}. {}", result.name(), result.findings());
    }
    boolean kept =
        jpa.txExpr(
            TransactionType.Required,
            em -> {
              boolean mine = CheckTable.keep(em, claim, today, report);
              if (mine) {
                wrong.forEach(result -> outbox.add(notice(today, result)));
              }
              return mine;
            });
    if (!kept) {
      LOG.warn("The check of the books took so long that another node has taken it over");
    } else if (wrong.isEmpty()) {
      LOG.info("The books are right: {} checks", report.results().size());
    }
  }

  private static Notice notice(LocalDate day, BookChecks.Result result) {
    String key = NoticeKind.BOOKS_WRONG + "/" + day + '/' + result.name();
    String first = result.findings().get(0);
    int others = result.findings().size() - 1;
    String more = others == 0 ? "" : " (and " + others + " more)";
    return new Notice(
        CheckTable.cut(key, LONGEST_KEY),
        NoticeKind.BOOKS_WRONG,
        Notice.OPERATIONS,
        List.of(
            CheckTable.cut(result.name(), LONGEST_VALUE),
            CheckTable.cut(first, LONGEST_VALUE - more.length()) + more));
  }

  @Deactivate
  void stop() {
    timer.shutdownNow();
  }
}
