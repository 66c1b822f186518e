package org.gridtill.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.FundBatch.State;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.store.credit.FundBatchRow;
import org.gridtill.store.credit.FundPartRow;
import org.gridtill.store.credit.FundSlipRow;

/**
 * Reads the tables of fund batches. One row, the counter, is the lock on all fund batches and bank
 * movements; whoever changes any takes it before everything else. Remittances are rare enough to
 * come one by one, and what a batch and its holder add up to cannot change under one's hands.
 */
final class FundTable {

  private static final String UNSETTLED = "b.state <> '" + State.ARRIVED + "'";

  private FundTable() {}

  /** Locks all fund batches and bank movements until the end of the transaction. */
  static void lock(EntityManager em) {
    em.createNativeQuery("UPDATE gt_fund_counter SET last_batch = last_batch WHERE id = 1")
        .executeUpdate();
  }

  /** Returns the number of a new batch, under the lock. It is free again after a rollback. */
  static long nextBatch(EntityManager em) {
    return next(em, "last_batch");
  }

  /** Returns a new number for the journal of the bank, under the lock. */
  static long nextMovement(EntityManager em) {
    return next(em, "last_movement");
  }

  private static long next(EntityManager em, String counter) {
    em.createNativeQuery(
            "UPDATE gt_fund_counter SET " + counter + " = " + counter + " + 1 WHERE id = 1")
        .executeUpdate();
    Object number =
        em.createNativeQuery("SELECT " + counter + " FROM gt_fund_counter WHERE id = 1")
            .getSingleResult();
    return ((Number) number).longValue();
  }

  /** Returns a batch. */
  static FundBatchRow get(EntityManager em, long number) {
    FundBatchRow row = em.find(FundBatchRow.class, number);
    if (row == null) {
      throw new IllegalArgumentException("there is no fund batch " + number);
    }
    return row;
  }

  static Holder holder(FundBatchRow row) {
    return new Holder(row.agencyCode(), row.collectorCode());
  }

  static List<FundPartRow> parts(EntityManager em, long number) {
    return em.createQuery(
            "SELECT p FROM FundPartRow p WHERE p.batch = :batch ORDER BY p.holder",
            FundPartRow.class)
        .setParameter("batch", number)
        .getResultList();
  }

  static Optional<FundSlipRow> slip(EntityManager em, long number, String slipNo) {
    return em
        .createQuery(
            "SELECT s FROM FundSlipRow s WHERE s.batch = :batch AND s.slipNo = :slip",
            FundSlipRow.class)
        .setParameter("batch", number)
        .setParameter("slip", slipNo)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** Returns what has not arrived of an agency's batches, in fen. */
  static long unpaid(EntityManager em, String agencyCode) {
    return em
        .createQuery(
            "SELECT b FROM FundBatchRow b WHERE b.agencyCode = :agency AND " + UNSETTLED,
            FundBatchRow.class)
        .setParameter("agency", agencyCode)
        .getResultList()
        .stream()
        .mapToLong(b -> Math.max(0, b.due() - b.arrived()))
        .sum();
  }

  /** Returns the first accounting day of an agency's batches that are not settled. */
  static Optional<LocalDate> oldestDay(EntityManager em, String agencyCode) {
    return em
        .createQuery(
            "SELECT b.firstDay FROM FundBatchRow b WHERE b.agencyCode = :agency AND "
                + UNSETTLED
                + " ORDER BY b.firstDay",
            LocalDate.class)
        .setParameter("agency", agencyCode)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  static List<FundBatch> list(EntityManager em, String agencyCode, boolean openOnly, int limit) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    if (agencyCode != null) {
      conditions.add("b.agencyCode = :agency");
    }
    if (openOnly) {
      conditions.add(UNSETTLED);
    }
    var query =
        em.createQuery(
                "SELECT b FROM FundBatchRow b WHERE "
                    + String.join(" AND ", conditions)
                    + " ORDER BY b.batch DESC",
                FundBatchRow.class)
            .setMaxResults(limit);
    if (agencyCode != null) {
      query.setParameter("agency", agencyCode);
    }
    return batches(em, query.getResultList());
  }

  static FundBatch batch(EntityManager em, FundBatchRow row) {
    return batches(em, List.of(row)).get(0);
  }

  private static List<FundBatch> batches(EntityManager em, List<FundBatchRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<FundSlipRow>> slips = slips(em, rows.stream().map(FundBatchRow::batch).toList());
    return rows.stream()
        .map(row -> batch(row, note(row, slips.getOrDefault(row.batch(), List.of()))))
        .toList();
  }

  private static Map<Long, List<FundSlipRow>> slips(EntityManager em, Collection<Long> batches) {
    return em
        .createQuery(
            "SELECT s FROM FundSlipRow s WHERE s.batch IN :batches ORDER BY s.notedAt, s.slipNo",
            FundSlipRow.class)
        .setParameter("batches", batches)
        .getResultList()
        .stream()
        .collect(Collectors.groupingBy(FundSlipRow::batch));
  }

  private static String note(FundBatchRow row, List<FundSlipRow> slips) {
    List<String> words = new ArrayList<>();
    if (!slips.isEmpty()) {
      words.add(
          "slips "
              + slips.stream()
                  .map(s -> s.slipNo() + " of " + Money.ofFen(s.amount()))
                  .collect(Collectors.joining(", ")));
    }
    if (row.acceptedBy() != null) {
      words.add("shortage accepted by " + row.acceptedBy() + ": " + row.acceptedWhy());
    }
    return String.join("; ", words);
  }

  private static FundBatch batch(FundBatchRow row, String note) {
    return new FundBatch(
        row.batch(),
        holder(row),
        State.valueOf(row.state()),
        row.firstDay(),
        row.lastDay(),
        row.transactions(),
        Money.ofFen(row.collected()),
        Money.ofFen(row.due()),
        Money.ofFen(row.deposited()),
        Money.ofFen(row.arrived()),
        Instant.ofEpochMilli(row.closedAt()),
        row.closedBy(),
        row.settledAt() == null ? null : Instant.ofEpochMilli(row.settledAt()),
        note);
  }
}
