package org.gridtill.accounts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.BookCheck;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Adds up the journal, entry by entry, as a whole, and period by period. What a statement over many
 * rows finds wrong is looked at again by itself: on Derby such a statement may see a part of an
 * entry that is being written, and a statement about the one entry does not.
 */
@Component
public class JournalCheck implements BookCheck {

  /** More of them say nothing new. */
  private static final int MOST = 20;

  private static final String SUMS =
      "SELECT p.kind, p.serial_no, COUNT(*), SUM(p.amount) FROM gt_posting p";

  private final JpaTemplate jpa;
  private final Journal journal;

  /** Made by Declarative Services. */
  @Activate
  public JournalCheck(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference Journal journal) {
    this.jpa = jpa;
    this.journal = journal;
  }

  /** An entry's key as it stands in the tables, where anything may stand. */
  private record Key(String kind, long number) {

    static Key of(Object[] row) {
      return new Key(((String) row[0]).trim(), ((Number) row[1]).longValue());
    }

    Query in(Query query) {
      return query.setParameter(1, kind).setParameter(2, number);
    }

    @Override
    public String toString() {
      return kind + ' ' + number;
    }
  }

  @Override
  public String name() {
    return "every journal entry balances, and closed periods stay as they were";
  }

  @Override
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    findings.addAll(jpa.txExpr(TransactionType.Required, JournalCheck::unbalanced));
    findings.addAll(jpa.txExpr(TransactionType.Required, JournalCheck::withoutLines));
    findings.addAll(jpa.txExpr(TransactionType.Required, JournalCheck::withoutHead));
    findings.addAll(jpa.txExpr(TransactionType.Required, JpaPeriods::changed));
    TrialBalance balance = journal.trialBalance();
    if (!balance.total().isZero()) {
      findings.add("the journal does not balance: it is off by " + balance.total());
    }
    return findings;
  }

  private static List<String> unbalanced(EntityManager em) {
    Query suspicious =
        em.createNativeQuery(
            SUMS
                + " GROUP BY p.kind, p.serial_no HAVING COUNT(*) < 2 OR SUM(p.amount) <> 0"
                + " ORDER BY p.kind, p.serial_no");
    return keys(suspicious).stream().flatMap(key -> lookAgain(em, key).stream()).toList();
  }

  private static Optional<String> lookAgain(EntityManager em, Key key) {
    List<?> rows =
        key.in(
                em.createNativeQuery(
                    SUMS
                        + " WHERE p.kind = ?1 AND p.serial_no = ?2"
                        + " GROUP BY p.kind, p.serial_no"))
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new long[] {((Number) row[2]).longValue(), fen(row[3])})
        .filter(sums -> sums[0] < 2 || sums[1] != 0)
        .map(
            sums ->
                "the entry %s has %d lines and is off by %s"
                    .formatted(key, sums[0], Money.ofFen(sums[1])))
        .findFirst();
  }

  private static long fen(Object sum) {
    return new BigDecimal(sum.toString()).longValueExact();
  }

  private static List<String> withoutLines(EntityManager em) {
    return missing(em, "gt_journal_entry", "gt_posting").stream()
        .map(key -> "the entry " + key + " has no lines")
        .toList();
  }

  /** The foreign key forbids it, as long as nobody takes it away. */
  private static List<String> withoutHead(EntityManager em) {
    return missing(em, "gt_posting", "gt_journal_entry").stream()
        .map(key -> "there are lines of " + key + ", which is no entry")
        .toList();
  }

  private static List<Key> missing(EntityManager em, String have, String need) {
    String without =
        " NOT EXISTS (SELECT 1 FROM "
            + need
            + " n WHERE n.kind = h.kind AND n.serial_no = h.serial_no)";
    String from = "SELECT DISTINCT h.kind, h.serial_no FROM " + have + " h WHERE";
    Query suspicious = em.createNativeQuery(from + without + " ORDER BY h.kind, h.serial_no");
    return keys(suspicious).stream()
        .filter(
            key ->
                !key.in(
                        em.createNativeQuery(
                            from + " h.kind = ?1 AND h.serial_no = ?2 AND" + without))
                    .getResultList()
                    .isEmpty())
        .toList();
  }

  private static List<Key> keys(Query query) {
    List<?> rows = query.setMaxResults(MOST).getResultList();
    return rows.stream().map(Object[].class::cast).map(Key::of).toList();
  }
}
