package org.gridtill.transactions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.accounts.BookCheck;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.EntryTotals;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.transactions.TransactionState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Compares the transactions with the journal: every one that was completed has its entry, every one
 * that was reversed has the other, and there are no more; and tells which transactions of a day are
 * not settled.
 *
 * <p>It compares numbers and sums over all serial numbers, and where they differ over the halves,
 * down to the single transaction. So it needs one statement on each side while all is right. While
 * the platform trades, the sums are not of one moment and differ by what is being written; the
 * search then ends at a transaction that is right when it is looked at by itself.
 */
@Component
public class TransactionCheck implements BookCheck {

  /** More of them say nothing new. */
  private static final int MOST = 20;

  private static final int LOOKS = 3;

  /** No serial number is higher. */
  private static final long LAST = 999_999_999_999L;

  /** A kind of entry, and the transactions that have one of it under the number in that column. */
  private enum Side {
    SALE(
        EntryKind.SALE,
        "serial_no",
        List.of(TransactionState.COMPLETED, TransactionState.REVERSING, TransactionState.REVERSED)),
    REVERSAL(EntryKind.REVERSAL, "reversal_serial", List.of(TransactionState.REVERSED));

    private final EntryKind kind;
    private final String totals;

    Side(EntryKind kind, String number, List<TransactionState> states) {
      this.kind = kind;
      this.totals =
          "SELECT COUNT(*), COALESCE(SUM(amount), 0) FROM gt_transaction WHERE amount > 0"
              + (" AND state IN (" + quoted(states) + ") AND ")
              + (number + " >= ?1 AND " + number + " <= ?2");
    }
  }

  private static final String OPEN =
      " FROM gt_transaction WHERE next_attempt_at >= 0 AND next_attempt_at <= "
          + Long.MAX_VALUE
          + " AND accounting_date <= ?1 AND state IN ("
          + quoted(
              Arrays.stream(TransactionState.values()).filter(state -> !state.isSettled()).toList())
          + ')';

  private final JpaTemplate jpa;
  private final Journal journal;

  /** Made by Declarative Services. */
  @Activate
  public TransactionCheck(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference Journal journal) {
    this.jpa = jpa;
    this.journal = journal;
  }

  private static String quoted(List<TransactionState> states) {
    return states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
  }

  @Override
  public String name() {
    return "every completed transaction is in the journal once, and every reversed one twice";
  }

  @Override
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (Side side : Side.values()) {
      search(side, 1, LAST, findings);
    }
    return findings;
  }

  private void search(Side side, long from, long to, List<String> findings) {
    EntryTotals wanted = wanted(side, from, to);
    EntryTotals there = journal.totals(side.kind, from, to);
    if (wanted.equals(there) || findings.size() >= MOST) {
      return;
    }
    if (from == to) {
      lookAgain(side, from, findings);
      return;
    }
    long middle = from + (to - from) / 2;
    search(side, from, middle, findings);
    search(side, middle + 1, to, findings);
  }

  /** The entry and the state of its transaction are one commit, but this reads one by one. */
  private void lookAgain(Side side, long number, List<String> findings) {
    EntryTotals wanted = wanted(side, number, number);
    EntryTotals there = journal.totals(side.kind, number, number);
    for (int i = 1; i < LOOKS && !wanted.equals(there); i++) {
      wanted = wanted(side, number, number);
      there = journal.totals(side.kind, number, number);
    }
    if (!wanted.equals(there)) {
      findings.add(
          "the entry %s %d should be %s, and is %s"
              .formatted(side.kind, number, words(wanted), words(there)));
    }
  }

  private static String words(EntryTotals totals) {
    return totals.entries() == 0 ? "absent" : "one of " + totals.debits();
  }

  private EntryTotals wanted(Side side, long from, long to) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          Query query = em.createNativeQuery(side.totals);
          query.setParameter(1, from);
          query.setParameter(2, to);
          Object[] row = (Object[]) query.getSingleResult();
          return new EntryTotals(
              ((Number) row[0]).longValue(), Money.ofFen(((Number) row[1]).longValue()));
        });
  }

  @Override
  public List<String> open(LocalDate day) {
    return jpa.txExpr(TransactionType.Required, em -> open(em, day));
  }

  private static List<String> open(EntityManager em, LocalDate day) {
    Object[] row =
        (Object[])
            em.createNativeQuery("SELECT COUNT(*), MIN(serial_no)" + OPEN)
                .setParameter(1, day)
                .getSingleResult();
    long number = ((Number) row[0]).longValue();
    if (number == 0) {
      return List.of();
    }
    SerialNo first = SerialNo.of(((Number) row[1]).longValue());
    return List.of(
        number == 1
            ? "transaction " + first + " is not settled"
            : number + " transactions are not settled, the first of them " + first);
  }
}
