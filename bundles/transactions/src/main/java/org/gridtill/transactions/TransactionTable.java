package org.gridtill.transactions;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
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
