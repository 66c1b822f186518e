package org.gridtill.transactions;

import java.time.LocalDate;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.transactions.SerialBlockRow;

/**
 * Hands out serial numbers: year (2 digits), day of the year (3 digits), and 7 digits that count
 * up. A node takes them from the database in blocks, so that no two nodes give the same; what is
 * left of a block at a restart is never used. A fresh database starts with its own day, so that its
 * numbers do not meet those that an earlier database gave to the same billing system.
 *
 * <p>Safe for use by several threads.
 */
final class SerialNumbers {

  private static final int BLOCK = 1000;
  private static final long NUMBERS_A_DAY = 10_000_000L;

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private long next;
  private long end;

  SerialNumbers(JpaTemplate jpa, PlatformClock clock) {
    this.jpa = jpa;
    this.clock = clock;
  }

  /** Returns a number that was never returned before, anywhere. */
  synchronized SerialNo next() {
    if (next == end) {
      LocalDate day = clock.accountingDate(clock.now());
      long first = (day.getYear() % 100 * 1000L + day.getDayOfYear()) * NUMBERS_A_DAY;
      // Its own transaction: a caller's rollback must not give the block to somebody else.
      next = jpa.txExpr(TransactionType.RequiresNew, em -> takeBlock(em, first));
      end = next + BLOCK;
    }
    return SerialNo.of(next++);
  }

  private static long takeBlock(EntityManager em, long firstOfToday) {
    SerialBlockRow row =
        em.find(SerialBlockRow.class, SerialBlockRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      em.persist(new SerialBlockRow(firstOfToday + BLOCK));
      return firstOfToday;
    }
    long start = Math.max(row.nextSerial(), firstOfToday);
    row.advanceTo(start + BLOCK);
    return start;
  }
}
