package org.gridtill.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.EntryTotals;
import org.gridtill.api.platform.accounts.TrialBalance;

/** The statements that add up the journal; each runs in the caller's transaction. */
final class Sums {

  private static final int LOOKS = 3;

  private static final String DEBITS = "SUM(CASE WHEN p.amount > 0 THEN p.amount ELSE 0 END)";

  private static final String BY_ACCOUNT =
      "SELECT p.account, "
          + DEBITS
          + ", SUM(CASE WHEN p.amount < 0 THEN p.amount ELSE 0 END) FROM gt_posting p";

  private static final String OF_ENTRIES =
      " JOIN gt_journal_entry e ON e.serial_no = p.serial_no AND e.kind = p.kind";

  private static final String GROUPED = " GROUP BY p.account ORDER BY 1";

  private static final String IN_DAYS = " WHERE e.accounting_date BETWEEN ?1 AND ?2";

  private static final String ENTRIES = "SELECT COUNT(*) FROM gt_journal_entry e";

  private Sums() {}

  static TrialBalance all(EntityManager em) {
    return trialBalance(em.createNativeQuery(BY_ACCOUNT + GROUPED), em.createNativeQuery(ENTRIES));
  }

  static TrialBalance ofDays(EntityManager em, LocalDate from, LocalDate to) {
    return trialBalance(
        days(em.createNativeQuery(BY_ACCOUNT + OF_ENTRIES + IN_DAYS + GROUPED), from, to),
        days(em.createNativeQuery(ENTRIES + IN_DAYS), from, to));
  }

  /**
   * Looks a few times until the sums are zero. A statement of PostgreSQL sees one moment; one of
   * Derby reads on while others write, and may see one line of an entry and not the other. So if
   * the sums are not zero, nobody may write for the time of the last look.
   */
  static TrialBalance steady(Supplier<TrialBalance> look, Supplier<TrialBalance> alone) {
    for (int i = 0; i < LOOKS; i++) {
      TrialBalance balance = look.get();
      if (balance.total().isZero()) {
        return balance;
      }
    }
    return alone.get();
  }

  /**
   * Waits for all who write to the journal, and keeps others from it until the commit; table by
   * table in the order in which they write.
   */
  static void lockOut(EntityManager em) {
    em.createNativeQuery("LOCK TABLE gt_journal_entry IN SHARE MODE").executeUpdate();
    em.createNativeQuery("LOCK TABLE gt_posting IN SHARE MODE").executeUpdate();
  }

  private static TrialBalance trialBalance(Query sums, Query count) {
    List<?> rows = sums.getResultList();
    return new TrialBalance(
        rows.stream().map(Object[].class::cast).map(Sums::row).toList(), number(count));
  }

  private static TrialBalance.Row row(Object[] row) {
    return new TrialBalance.Row((String) row[0], money(row[1]), money(row[2]).negated());
  }

  static Money balance(EntityManager em, String account) {
    return money(
        em.createNativeQuery(
                "SELECT COALESCE(SUM(p.amount), 0) FROM gt_posting p WHERE p.account = ?1")
            .setParameter(1, account)
            .getSingleResult());
  }

  static Money balanceBefore(EntityManager em, String account, LocalDate day) {
    return money(
        em.createNativeQuery(
                "SELECT COALESCE(SUM(p.amount), 0) FROM gt_posting p"
                    + OF_ENTRIES
                    + " WHERE p.account = ?1 AND e.accounting_date < ?2")
            .setParameter(1, account)
            .setParameter(2, day)
            .getSingleResult());
  }

  static EntryTotals totals(EntityManager em, EntryKind kind, long from, long to) {
    Query query =
        em.createNativeQuery(
            "SELECT COUNT(*), COALESCE(SUM(x.debits), 0) FROM (SELECT p.serial_no, "
                + DEBITS
                + " AS debits FROM gt_posting p"
                + " WHERE p.kind = ?1 AND p.serial_no BETWEEN ?2 AND ?3 GROUP BY p.serial_no) x");
    query.setParameter(1, kind.name());
    query.setParameter(2, from);
    query.setParameter(3, to);
    return totals(query);
  }

  /** Adds up the entries of the days after one, up to and with another. */
  static EntryTotals period(EntityManager em, LocalDate after, LocalDate through) {
    Query count =
        em.createNativeQuery(ENTRIES + " WHERE e.accounting_date > ?1 AND e.accounting_date <= ?2");
    Query debits =
        em.createNativeQuery(
            "SELECT COALESCE("
                + DEBITS
                + ", 0) FROM gt_posting p"
                + OF_ENTRIES
                + " WHERE e.accounting_date > ?1 AND e.accounting_date <= ?2");
    return new EntryTotals(
        number(days(count, after, through)), money(days(debits, after, through).getSingleResult()));
  }

  private static Query days(Query query, LocalDate first, LocalDate second) {
    return query.setParameter(1, first).setParameter(2, second);
  }

  private static EntryTotals totals(Query query) {
    Object[] row = (Object[]) query.getSingleResult();
    return new EntryTotals(((Number) row[0]).longValue(), money(row[1]));
  }

  private static long number(Query query) {
    return ((Number) query.getSingleResult()).longValue();
  }

  /** Derby sums to a BIGINT, PostgreSQL to a NUMERIC. */
  private static Money money(Object sum) {
    return Money.ofFen(new BigDecimal(sum.toString()).longValueExact());
  }
}
