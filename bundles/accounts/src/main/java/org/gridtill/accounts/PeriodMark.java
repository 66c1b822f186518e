package org.gridtill.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.Query;

/**
 * The one row that says how far the journal is closed, and how far somebody is closing it.
 *
 * <p>An entry for today needs no look at it: {@link JpaPeriods} closes no day before it is over for
 * longer than a database transaction may take. An entry for a day that is over locks the row until
 * its commit, and only then reads it. So whoever marks that day waits for every such entry that was
 * on its way, and finds it in the books; and every later one finds the mark, and goes to the next
 * day. Hardly any entry is late, so that the row is not hot.
 *
 * <p>Counting the transactions that are not settled would not do instead: the billing system may
 * book one of today on the day before, and that shows in its row only with the commit of the entry.
 *
 * <p>Every method runs in the caller's transaction.
 */
final class PeriodMark {

  private static final String UPDATE = "UPDATE gt_period_mark SET ";

  private static final String NOBODY_CLOSES = "closing_through = NULL, closing_since = NULL";

  /** Of an attempt that nobody has taken over, taken back or ended. */
  private static final String OF_ATTEMPT =
      " WHERE id = 1 AND closing_no = ?1 AND closing_through IS NOT NULL";

  private PeriodMark() {}

  /** Returns the day, or the first open day if it is closed or being closed; for a day gone by. */
  static LocalDate openDay(EntityManager em, LocalDate day) {
    em.createNativeQuery(UPDATE + "closing_no = closing_no WHERE id = 1").executeUpdate();
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "SELECT closed_through, closing_through FROM gt_period_mark WHERE id = 1")
                .getSingleResult();
    return Stream.of(row)
        .flatMap(column -> Days.of(column).stream())
        .filter(last -> !last.isBefore(day))
        .max(LocalDate::compareTo)
        .map(last -> last.plusDays(1))
        .orElse(day);
  }

  static Optional<LocalDate> closedThrough(EntityManager em) {
    return Days.of(
        em.createNativeQuery("SELECT closed_through FROM gt_period_mark WHERE id = 1")
            .getSingleResult());
  }

  /**
   * Begins to close a day; from the commit on no entry gets into it. Whoever has begun before, and
   * perhaps died, cannot end it any more.
   *
   * @return the number of the attempt
   * @throws IllegalArgumentException if the day is closed
   */
  static long begin(EntityManager em, LocalDate day, Instant now) {
    Query update =
        em.createNativeQuery(
            UPDATE
                + "closing_through = ?1, closing_since = ?2, closing_no = closing_no + 1"
                + " WHERE id = 1 AND (closed_through IS NULL OR closed_through < ?1)");
    update.setParameter(1, day);
    update.setParameter(2, now.toEpochMilli());
    if (update.executeUpdate() == 0) {
      throw new IllegalArgumentException(day + " is closed");
    }
    return ((Number)
            em.createNativeQuery("SELECT closing_no FROM gt_period_mark WHERE id = 1")
                .getSingleResult())
        .longValue();
  }

  /** Closes what an attempt has begun; tells whether nobody else has begun meanwhile. */
  static boolean end(EntityManager em, long attempt) {
    return of(em, attempt, "closed_through = closing_through, " + NOBODY_CLOSES);
  }

  /** Gives an attempt up, if nobody else has begun meanwhile. */
  static void takeBack(EntityManager em, long attempt) {
    of(em, attempt, NOBODY_CLOSES);
  }

  private static boolean of(EntityManager em, long attempt, String change) {
    Query update = em.createNativeQuery(UPDATE + change + OF_ATTEMPT);
    update.setParameter(1, attempt);
    return update.executeUpdate() == 1;
  }

  /**
   * Gives up what was begun before a moment by somebody who has died since. If they live after all,
   * they cannot end it any more.
   *
   * @return whether there was something
   */
  static boolean takeBackOld(EntityManager em, Instant before) {
    Query old =
        em.createNativeQuery(
            "SELECT COUNT(*) FROM gt_period_mark WHERE id = 1 AND closing_since < ?1");
    old.setParameter(1, before.toEpochMilli());
    if (((Number) old.getSingleResult()).longValue() == 0) {
      return false;
    }
    Query update =
        em.createNativeQuery(UPDATE + NOBODY_CLOSES + " WHERE id = 1 AND closing_since < ?1");
    update.setParameter(1, before.toEpochMilli());
    return update.executeUpdate() == 1;
  }
}
