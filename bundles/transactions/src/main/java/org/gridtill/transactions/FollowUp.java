package org.gridtill.transactions;

import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is open about a transaction whose money is settled: tells the billing system what
 * became of a card, and asks it what a meter did with credit sent over the air.
 */
final class FollowUp {

  private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

  private final JpaTemplate jpa;
  private final Ledger ledger;
  private final Billing billing;

  FollowUp(JpaTemplate jpa, Ledger ledger, Billing billing) {
    this.jpa = jpa;
    this.ledger = ledger;
    this.billing = billing;
  }

  /** Makes one attempt at all that is open, and returns the transaction after it. */
  TransactionRow attempt(TransactionRow row) {
    MeterSaleRow sale = jpa.txExpr(TransactionType.Required, em -> MeterFacts.find(em, row));
    TransactionRow after = row;
    if (sale != null && sale.untoldOutcome() != null) {
      after = tell(row, CardOutcome.valueOf(sale.untoldOutcome()));
    }
    if (Kinds.awaitsMeter(after, sale)) {
      after = askForMeter(after);
    }
    return after;
  }

  private TransactionRow tell(TransactionRow row, CardOutcome outcome) {
    BillingResult<SerialNo> result = billing.reportCard(row, outcome);
    boolean unclear = result instanceof BillingResult.Unknown<SerialNo>;
    if (!unclear && !(result instanceof BillingResult.Confirmed<SerialNo>)) {
      LOG.warn(
          "The billing system does not take that the card of {} is {}", row.serialNo(), outcome);
    }
    return change(
        row,
        (em, locked, sale) -> {
          if (unclear) {
            ledger.putOff(locked);
          } else if (outcome.name().equals(sale.untoldOutcome())) {
            sale.told();
          }
        });
  }

  private TransactionRow askForMeter(TransactionRow row) {
    BillingResult<BillingConfirmation> result = billing.inquire(row);
    MeterOutcome outcome =
        result instanceof BillingResult.Confirmed<BillingConfirmation> confirmed
            ? confirmed.value().meter()
            : MeterOutcome.PENDING;
    return change(
        row,
        (em, locked, sale) -> {
          switch (outcome) {
            case PENDING -> ledger.putOff(locked);
            case TAKEN -> ledger.facts().meter(em, locked, sale, Event.CREDIT_TAKEN, null);
            case REFUSED -> ledger.facts().meter(em, locked, sale, Event.CREDIT_REFUSED, null);
          }
        });
  }

  /** A change under the transaction's lock. */
  private interface Change {
    void make(EntityManager em, TransactionRow row, MeterSaleRow sale);
  }

  private TransactionRow change(TransactionRow row, Change change) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          TransactionRow locked = TransactionTable.lock(em, row.serialNo());
          MeterSaleRow sale = MeterFacts.find(em, locked);
          change.make(em, locked, sale);
          ledger.schedule(locked, sale);
          return locked;
        });
  }
}
