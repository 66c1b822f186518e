package org.gridtill.transactions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.gridtill.api.platform.transactions.ReversibleAmount;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.TransactionRow;

/** The statements on the table of transactions; each runs in the caller's transaction. */
final class TransactionTable {

  private TransactionTable() {}

  static Optional<TransactionRow> find(
      EntityManager em, String terminalCode, String batchNo, String traceNo) {
    return em
        .createQuery(
            "SELECT t FROM TransactionRow t WHERE t.terminalCode = :terminal"
                + " AND t.batchNo = :batch AND t.traceNo = :trace",
            TransactionRow.class)
        .setParameter("terminal", terminalCode)
        .setParameter("batch", batchNo)
        .setParameter("trace", traceNo)
        .getResultList()
        .stream()
        .findFirst();
  }

  static Optional<TransactionRow> find(EntityManager em, long serialNo) {
    return Optional.ofNullable(em.find(TransactionRow.class, serialNo));
  }

  /**
   * Reads a row after keeping everybody else from changing it until the commit. It does so by an
   * update that changes nothing, since JPA's pessimistic lock is, on Derby, a range lock that takes
   * the row before as well: payments that have nothing to do with each other would deadlock.
   */
  static TransactionRow lock(EntityManager em, long serialNo) {
    int locked =
        em.createNativeQuery("UPDATE gt_transaction SET attempts = attempts WHERE serial_no = ?1")
            .setParameter(1, serialNo)
            .executeUpdate();
    if (locked != 1) {
      throw new IllegalStateException("no transaction " + serialNo);
    }
    return find(em, serialNo).orElseThrow();
  }

  /** Returns what is due for an attempt, the longest waiting first. */
  static List<Long> due(EntityManager em, long now, int limit) {
    return em.createQuery(
            "SELECT t.serialNo FROM TransactionRow t WHERE t.nextAttemptAt <= :now"
                + " ORDER BY t.nextAttemptAt",
            Long.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Returns what a holder completed on a day. */
  static List<TransactionRow> completedOn(
      EntityManager em, ReversibleAmount.Scope scope, String code, LocalDate day) {
    int slash = code.indexOf('/');
    boolean collector = scope == ReversibleAmount.Scope.COLLECTOR;
    if (collector && slash < 0) {
      throw new IllegalArgumentException("a collector is named agency/collector, not " + code);
    }
    String holder =
        switch (scope) {
          case AGENCY -> "t.agencyCode = :code";
          case TERMINAL -> "t.terminalCode = :code";
          case COLLECTOR -> "t.agencyCode = :code AND t.collectorCode = :collector";
        };
    TypedQuery<TransactionRow> query =
        em.createQuery(
                "SELECT t FROM TransactionRow t WHERE "
                    + holder
                    + " AND t.accountingDate = :day AND t.state = :completed",
                TransactionRow.class)
            .setParameter("day", day)
            .setParameter("completed", TransactionState.COMPLETED.name())
            .setParameter("code", collector ? code.substring(0, slash) : code);
    if (collector) {
      query.setParameter("collector", code.substring(slash + 1));
    }
    return query.getResultList();
  }

  /**
   * Returns what is open, oldest first. The upper bound lets the database stop before the many rows
   * without an attempt, and the sorting is done here, since an index that serves both there is
   * none.
   */
  static List<TransactionRow> unsettled(EntityManager em, int limit) {
    return em
        .createQuery(
            "SELECT t.serialNo FROM TransactionRow t"
                + " WHERE t.nextAttemptAt >= 0 AND t.nextAttemptAt <= :end",
            Long.class)
        .setParameter("end", Long.MAX_VALUE)
        .getResultList()
        .stream()
        .sorted()
        .limit(limit)
        .map(serial -> em.find(TransactionRow.class, serial))
        .toList();
  }

  static List<TransactionRow> latest(EntityManager em, String terminalCode, int limit) {
    return em.createQuery(
            "SELECT t FROM TransactionRow t WHERE t.terminalCode = :terminal"
                + " ORDER BY t.receivedAt DESC, t.serialNo DESC",
            TransactionRow.class)
        .setParameter("terminal", terminalCode)
        .setMaxResults(limit)
        .getResultList();
  }
}
