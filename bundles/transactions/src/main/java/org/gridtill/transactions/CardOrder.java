package org.gridtill.transactions;

import java.util.Optional;
import javax.persistence.EntityManager;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Original;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/**
 * An order about the card of an earlier sale, as {@link Orders} carries it out. From its intent to
 * its end the sale's card is kept from everybody else, so that no reversal gives money back while
 * what writes the card is on its way.
 *
 * @param sale the sale as it was named
 * @param card what the terminal read
 * @param kind rewrite or clearing
 */
record CardOrder(Original sale, CardReading card, TransactionKind kind) {

  /** Returns the order that a request makes; empty if it makes none. */
  static Optional<CardOrder> of(Request request) {
    if (request instanceof CardRequest.Rewrite r) {
      return Optional.of(new CardOrder(r.sale(), r.card(), TransactionKind.CARD_REWRITE));
    }
    if (request instanceof CardRequest.Clear c) {
      return Optional.of(new CardOrder(c.sale(), c.card(), TransactionKind.CARD_CLEARING));
    }
    return Optional.empty();
  }

  Purpose purpose(long saleSerial) {
    SerialNo serial = SerialNo.of(saleSerial);
    return kind == TransactionKind.CARD_REWRITE
        ? new Purpose.CardRewrite(serial, card)
        : new Purpose.CardClearing(serial, card);
  }

  /** Looks for what is against it, and takes the sale's card if nothing is. */
  Optional<Objection> admit(EntityManager em, TransactionRow order) {
    TransactionRow original = TransactionTable.lock(em, order.originalSerial());
    MeterSaleRow about = em.find(MeterSaleRow.class, original.serialNo());
    Optional<Objection> objection = objection(original, about);
    if (objection.isEmpty()) {
      about.openOrder(order.serialNo());
    }
    return objection;
  }

  private Optional<Objection> objection(TransactionRow original, MeterSaleRow about) {
    if (Kinds.state(original) != TransactionState.COMPLETED || about.purchaseCount() == null) {
      return Optional.of(
          new Objection(Refusal.UNKNOWN_TRANSACTION, "the sale is not done, or was reversed"));
    }
    if (Kinds.meter(about) == MeterState.TAKEN) {
      return Optional.of(
          new Objection(Refusal.METER_TOOK_CREDIT, "the meter has taken the credit"));
    }
    if (about.openOrder() != null) {
      return Optional.of(
          new Objection(Refusal.BILLING_UNAVAILABLE, "another order about the card is under way"));
    }
    return kind == TransactionKind.CARD_REWRITE
        ? CardRules.againstRewrite(Kinds.kind(original), about, card)
        : CardRules.againstClearing(about, card);
  }
}
