package org.gridtill.receipts;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.receipts.Receipt;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.receipts.ReceiptCounterRow;
import org.gridtill.store.receipts.ReceiptRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Receipts in the database, numbered by a counter for each agency. */
@Component
public class JpaReceipts implements Receipts {

  /** The row that whoever starts a counter locks; no agency has such a code. */
  private static final String GUARD = "*";

  private final JpaTemplate jpa;
  private final PlatformClock clock;

  /** Made by Declarative Services. */
  @Activate
  public JpaReceipts(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock) {
    this.jpa = jpa;
    this.clock = clock;
  }

  @Override
  public Receipt issue(Receipt.Order order) {
    return jpa.txExpr(TransactionType.Required, em -> issue(em, order));
  }

  private Receipt issue(EntityManager em, Receipt.Order order) {
    Instant now = clock.now();
    String number =
        String.format("%s-%010d", order.agencyCode(), takeNumber(em, order.agencyCode()));
    ReceiptRow row =
        new ReceiptRow(
            order.serialNo().number(),
            number,
            now.toEpochMilli(),
            ReceiptText.of(order, number, now, clock.zone()));
    em.persist(row);
    return receipt(row);
  }

  /** The row stays locked until the caller's commit, so that numbers follow without a gap. */
  private long takeNumber(EntityManager em, String agencyCode) {
    if (increment(em, agencyCode) == 0) {
      startCounter(agencyCode);
      increment(em, agencyCode);
    }
    Query query =
        em.createNativeQuery("SELECT next_no FROM gt_receipt_counter WHERE agency_code = ?1");
    query.setParameter(1, agencyCode);
    return ((Number) query.getSingleResult()).longValue() - 1;
  }

  private static int increment(EntityManager em, String agencyCode) {
    return update(
        em,
        "UPDATE gt_receipt_counter SET next_no = next_no + 1 WHERE agency_code = ?1",
        agencyCode);
  }

  /**
   * In a transaction of its own, so that the first receipts of an agency at once see each other's
   * counter. The guard's row makes them one after the other: two of them inserting at once would
   * end with a failed statement, which the persistence provider reports as an error that is none.
   */
  private void startCounter(String agencyCode) {
    jpa.tx(
        TransactionType.RequiresNew,
        em -> {
          if (touch(em, GUARD) == 0) {
            throw new IllegalStateException("gt_receipt_counter has lost its row " + GUARD);
          }
          if (touch(em, agencyCode) == 0) {
            em.persist(new ReceiptCounterRow(agencyCode, 1));
          }
        });
  }

  /** Locks a row until the end of the transaction. Returns 0 if there is none. */
  private static int touch(EntityManager em, String code) {
    return update(
        em, "UPDATE gt_receipt_counter SET next_no = next_no WHERE agency_code = ?1", code);
  }

  private static int update(EntityManager em, String sql, String code) {
    Query query = em.createNativeQuery(sql);
    query.setParameter(1, code);
    return query.executeUpdate();
  }

  @Override
  public void voidReceipt(SerialNo serialNo) {
    int changed =
        jpa.txExpr(
            TransactionType.Required,
            em ->
                em.createNativeQuery(
                        "UPDATE gt_receipt SET voided = 1 WHERE serial_no = ?1 AND voided = 0")
                    .setParameter(1, serialNo.number())
                    .executeUpdate());
    if (changed == 0) {
      throw new IllegalStateException("no valid receipt of " + serialNo);
    }
  }

  @Override
  public Optional<Receipt> find(SerialNo serialNo) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            Optional.ofNullable(em.find(ReceiptRow.class, serialNo.number()))
                .map(JpaReceipts::receipt));
  }

  private static Receipt receipt(ReceiptRow row) {
    return new Receipt(
        row.receiptNo(),
        SerialNo.of(row.serialNo()),
        Instant.ofEpochMilli(row.issuedAt()),
        row.voided(),
        row.text());
  }
}
