package org.gridtill.terminals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.GuardAlarm;
import org.gridtill.api.platform.terminals.GuardAlarms;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.terminals.GuardAlarmRow;
import org.gridtill.store.terminals.TerminalRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarms on the database. Whoever floods the platform with refusals costs it one write a second for
 * each kind: what comes in between is counted and written with the next one. Terminals that nobody
 * has registered are one, so that invented names fill no table.
 */
@Component
public final class AlarmDesk implements GuardAlarms {

  /** Stands for all terminals that are not registered. */
  static final String UNKNOWN = "?";

  private static final Logger LOG = LoggerFactory.getLogger(AlarmDesk.class);
  private static final int LONGEST_DETAIL = 200;
  private static final long PAUSE_MILLIS = 1_000;
  private static final int MOST_KINDS = 10_000;

  private record Kind(String terminalCode, Guard guard, String reason) {}

  private static final class Tally {
    final AtomicLong unwritten = new AtomicLong();
    volatile String detail;
    final AtomicLong writtenAt = new AtomicLong(Long.MIN_VALUE);
  }

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final Map<Kind, Tally> tallies = new ConcurrentHashMap<>();

  /** Made by Declarative Services. */
  @Activate
  public AlarmDesk(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock) {
    this.jpa = jpa;
    this.clock = clock;
  }

  @Override
  public void raise(String terminalCode, Guard guard, String reason, String detail) {
    boolean proved = guard != Guard.DEVICE && guard != Guard.CERTIFICATE;
    String name = proved || isRegistered(terminalCode) ? terminalCode : UNKNOWN;
    Kind kind = new Kind(name, guard, reason);
    if (tallies.size() >= MOST_KINDS && !tallies.containsKey(kind)) {
      writeAll();
      tallies.clear();
    }
    Tally tally = tallies.computeIfAbsent(kind, key -> new Tally());
    tally.detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    tally.unwritten.incrementAndGet();
    long now = clock.now().toEpochMilli();
    long before = tally.writtenAt.get();
    if ((before == Long.MIN_VALUE || now - before >= PAUSE_MILLIS)
        && tally.writtenAt.compareAndSet(before, now)) {
      LOG.warn("The guard of {} refuses terminal {}: {}", word(guard), name, tally.detail);
      write(kind, tally);
    }
  }

  private static String word(Guard guard) {
    return guard.name().toLowerCase(java.util.Locale.ROOT);
  }

  private boolean isRegistered(String terminalCode) {
    try {
      return jpa.txExpr(
          TransactionType.Required, em -> em.find(TerminalRow.class, terminalCode) != null);
    } catch (RuntimeException e) {
      LOG.debug("The database is away", e);
      return false;
    }
  }

  private void writeAll() {
    tallies.forEach(this::write);
  }

  private void write(Kind kind, Tally tally) {
    long count = tally.unwritten.getAndSet(0);
    if (count == 0) {
      return;
    }
    try {
      if (!add(kind, tally.detail, count)) {
        insert(kind, tally.detail, count);
      }
    } catch (RuntimeException e) {
      tally.unwritten.addAndGet(count);
      LOG.warn("An alarm of terminal {} cannot be written: {}", kind.terminalCode(), e.toString());
    }
  }

  private boolean add(Kind kind, String detail, long count) {
    return jpa.txExpr(
        TransactionType.RequiresNew,
        em ->
            Sql.update(
                    em,
                    "update gt_guard_alarm set refusals = refusals + ?1, detail = ?2, last_at = ?3"
                        + " where terminal_code = ?4 and guard = ?5 and reason = ?6",
                    count,
                    detail,
                    clock.now().toEpochMilli(),
                    kind.terminalCode(),
                    kind.guard().name(),
                    kind.reason())
                == 1);
  }

  private void insert(Kind kind, String detail, long count) {
    long now = clock.now().toEpochMilli();
    GuardAlarmRow row =
        new GuardAlarmRow(
            kind.terminalCode(), kind.guard().name(), kind.reason(), detail, count, now, now);
    try {
      jpa.tx(TransactionType.RequiresNew, em -> em.persist(row));
    } catch (RuntimeException e) {
      // Another node was quicker.
      if (!add(kind, detail, count)) {
        throw e;
      }
    }
  }

  @Override
  public List<GuardAlarm> open() {
    writeAll();
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            Sql.rows(
                    em,
                    "select a.terminal_code, a.guard, a.reason, a.detail, a.refusals, a.first_at,"
                        + " a.last_at from gt_guard_alarm a order by a.last_at desc")
                .stream()
                .map(AlarmDesk::alarm)
                .toList());
  }

  private static GuardAlarm alarm(Object[] row) {
    return new GuardAlarm(
        (String) row[0],
        Guard.valueOf((String) row[1]),
        (String) row[2],
        (String) row[3],
        ((Number) row[4]).longValue(),
        Instant.ofEpochMilli(((Number) row[5]).longValue()),
        Instant.ofEpochMilli(((Number) row[6]).longValue()));
  }

  @Override
  public int acknowledge(String terminalCode, String person) {
    Forms.person(person);
    writeAll();
    int seen =
        jpa.txExpr(
            TransactionType.Required,
            em ->
                Sql.update(
                    em, "delete from gt_guard_alarm where terminal_code = ?1", terminalCode));
    LOG.info("{} has seen {} alarms of terminal {}", person, seen, terminalCode);
    return seen;
  }
}
