package org.gridtill.transactions;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
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

  /** Reads a row and keeps everybody else from changing it until the commit. */
  static TransactionRow lock(EntityManager em, long serialNo) {
    TransactionRow row = em.find(TransactionRow.class, serialNo, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new IllegalStateException("no transaction " + serialNo);
    }
    return row;
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

  static List<TransactionRow> unsettled(EntityManager em, int limit) {
    return em.createQuery(
            "SELECT t FROM TransactionRow t WHERE t.nextAttemptAt >= 0 ORDER BY t.serialNo",
            TransactionRow.class)
        .setMaxResults(limit)
        .getResultList();
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
