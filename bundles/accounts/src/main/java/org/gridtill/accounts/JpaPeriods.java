package org.gridtill.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.EntryTotals;
import org.gridtill.api.platform.accounts.Periods;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes days in two commits, so that nobody waits while the books are checked. The first one marks
 * the days, from which on entries go to the next day; the second one writes the period, unless the
 * checks in between have found something. If the process dies in between, the mark stays until
 * somebody closes again, or for an hour: {@link PeriodMark} lets the latest attempt win.
 */
@Component
public class JpaPeriods implements Periods {

  /** Longer than any database transaction, after which those of the day have ended. */
  private static final Duration OVER_FOR = Duration.ofMinutes(10);

  private static final int LONGEST_PERSON = 64;
  private static final LocalDate BEFORE_ALL = LocalDate.EPOCH;
  private static final Logger LOG = LoggerFactory.getLogger(JpaPeriods.class);

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final BookAudit audit;

  /** Made by Declarative Services. */
  @Activate
  public JpaPeriods(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference BookAudit audit) {
    this.jpa = jpa;
    this.clock = clock;
    this.audit = audit;
  }

  @Override
  public Optional<LocalDate> closedThrough() {
    return jpa.txExpr(TransactionType.Required, PeriodMark::closedThrough);
  }

  @Override
  public Period close(LocalDate day, String person) {
    if (person == null || person.isBlank() || person.length() > LONGEST_PERSON) {
      throw new IllegalArgumentException(
          "the person must have 1 to " + LONGEST_PERSON + " characters");
    }
    requireOver(day);
    if (closedThrough().filter(last -> !last.isBefore(day)).isPresent()) {
      throw new IllegalArgumentException(day + " is closed");
    }
    // What is in vain anyway shall not send entries to the next day.
    requireNothing(day, audit.open(day));
    Instant begin = clock.now();
    long attempt = jpa.txExpr(TransactionType.Required, em -> PeriodMark.begin(em, day, begin));
    try {
      requireNothing(
          day, Stream.concat(audit.open(day).stream(), audit.findings().stream()).toList());
      Period period = jpa.txExpr(TransactionType.Required, em -> write(em, attempt, day, person));
      LOG.info("{} has closed the journal through {}", person, day);
      return period;
    } catch (RuntimeException | Error e) {
      takeBack(attempt, e);
      throw e;
    }
  }

  private void requireOver(LocalDate day) {
    Instant now = clock.now();
    if (!day.isBefore(clock.accountingDate(now))) {
      throw new IllegalArgumentException(day + " is not over");
    }
    if (!day.isBefore(clock.accountingDate(now.minus(OVER_FOR)))) {
      throw new IllegalArgumentException(
          day + " is not over for " + OVER_FOR.toMinutes() + " minutes");
    }
  }

  private static void requireNothing(LocalDate day, List<String> against) {
    if (!against.isEmpty()) {
      throw new IllegalStateException(day + " cannot be closed: " + String.join("; ", against));
    }
  }

  private void takeBack(long attempt, Throwable cause) {
    try {
      jpa.tx(TransactionType.Required, em -> PeriodMark.takeBack(em, attempt));
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private Period write(EntityManager em, long attempt, LocalDate day, String person) {
    if (!PeriodMark.end(em, attempt)) {
      throw new IllegalStateException(
          day + " was not closed: somebody else has begun to close days meanwhile");
    }
    LocalDate before =
        Days.of(em.createNativeQuery("SELECT MAX(last_day) FROM gt_period").getSingleResult())
            .orElse(BEFORE_ALL);
    EntryTotals totals = Sums.period(em, before, day);
    Instant now = clock.now();
    Query insert =
        em.createNativeQuery(
            "INSERT INTO gt_period (last_day, closed_at, closed_by, entries, turnover)"
                + " VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.setParameter(1, day);
    insert.setParameter(2, now.toEpochMilli());
    insert.setParameter(3, person);
    insert.setParameter(4, totals.entries());
    insert.setParameter(5, totals.debits().fen());
    insert.executeUpdate();
    return new Period(
        day, Instant.ofEpochMilli(now.toEpochMilli()), person, totals.entries(), totals.debits());
  }

  @Override
  public List<Period> list(int limit) {
    return jpa.txExpr(TransactionType.Required, em -> latest(em, limit));
  }

  private static List<Period> latest(EntityManager em, int limit) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT last_day, closed_at, closed_by, entries, turnover FROM gt_period"
                    + " ORDER BY last_day DESC")
            .setMaxResults(limit)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(JpaPeriods::period).toList();
  }

  private static Period period(Object[] row) {
    return new Period(
        Days.of(row[0]).orElseThrow(),
        Instant.ofEpochMilli(((Number) row[1]).longValue()),
        (String) row[2],
        ((Number) row[3]).longValue(),
        Money.ofFen(((Number) row[4]).longValue()));
  }

  /**
   * Returns a sentence for each closed period whose entries are not those that it was closed with.
   */
  static List<String> changed(EntityManager em) {
    List<Period> periods = latest(em, Integer.MAX_VALUE);
    return Stream.iterate(0, i -> i < periods.size(), i -> i + 1)
        .flatMap(
            i -> {
              LocalDate before = i + 1 < periods.size() ? periods.get(i + 1).through() : BEFORE_ALL;
              return changed(em, periods.get(i), before).stream();
            })
        .toList();
  }

  private static Optional<String> changed(EntityManager em, Period period, LocalDate before) {
    EntryTotals totals = Sums.period(em, before, period.through());
    if (totals.equals(new EntryTotals(period.entries(), period.turnover()))) {
      return Optional.empty();
    }
    return Optional.of(
        "the period through %s was closed with %d entries of %s, and has %d of %s"
            .formatted(
                period.through(),
                period.entries(),
                period.turnover(),
                totals.entries(),
                totals.debits()));
  }
}
