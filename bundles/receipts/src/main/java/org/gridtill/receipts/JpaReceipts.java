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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receipts in the database, numbered by a counter for each agency. */
@Component
public class JpaReceipts implements Receipts {

  private static final Logger LOG = LoggerFactory.getLogger(JpaReceipts.class);

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
            ReceiptText.of(order, number, now));
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
    Query query =
        em.createNativeQuery(
            "UPDATE gt_receipt_counter SET next_no = next_no + 1 WHERE agency_code = ?1");
    query.setParameter(1, agencyCode);
    return query.executeUpdate();
  }

  /** In a transaction of its own, since of two first receipts at once only one can start it. */
  private void startCounter(String agencyCode) {
    try {
      jpa.tx(
          TransactionType.RequiresNew,
          em -> {
            em.persist(new ReceiptCounterRow(agencyCode, 1));
            em.flush();
          });
    } catch (RuntimeException e) {
      LOG.debug("Another receipt of {} has started the counter", agencyCode, e);
    }
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
