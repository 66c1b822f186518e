package org.gridtill.transactions;

import javax.persistence.EntityManager;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the second and the third fact of a transaction, its card and its meter. Every method runs
 * in the caller's database transaction, under the lock on the transaction's row.
 */
class MeterFacts {

  private static final Logger LOG = LoggerFactory.getLogger(MeterFacts.class);

  private final Story story;

  MeterFacts(Story story) {
    this.story = story;
  }

  /** Returns the row about card and meter; null for a kind that has none. */
  static MeterSaleRow find(EntityManager em, TransactionRow row) {
    return Kinds.hasMeterSale(Kinds.kind(row)) ? em.find(MeterSaleRow.class, row.serialNo()) : null;
  }

  /** Notes what the billing system gave. */
  static void note(MeterSaleRow sale, BillingConfirmation confirmed) {
    if (sale != null && confirmed.card() != null) {
      sale.give(
          confirmed.card().meterNo(),
          confirmed.card().wallet().purchaseCount(),
          CardWriteText.write(confirmed.card()));
    }
  }

  /**
   * Lets the terminal have what a completed transaction gives it.
   *
   * @param confirmed what the billing system said; null if it said it before
   */
  void give(
      EntityManager em, TransactionRow row, MeterSaleRow sale, BillingConfirmation confirmed) {
    TransactionKind kind = Kinds.kind(row);
    if (Kinds.isCardOrder(kind)) {
      giveOrder(em, row, kind);
      return;
    }
    if (kind.writesCard() && Kinds.card(sale) == CardState.NONE) {
      sale.writeFrom(row.serialNo());
      card(em, row, sale, Event.CARD_GIVEN, null);
    }
    if (kind.sellsCredit() && Kinds.meter(sale) == MeterState.NONE) {
      meter(em, row, sale, sold(confirmed), null);
    }
  }

  private static Event sold(BillingConfirmation confirmed) {
    if (confirmed == null || confirmed.meter() == null) {
      return Event.CREDIT_SOLD;
    }
    return switch (confirmed.meter()) {
      case PENDING -> Event.CREDIT_SOLD;
      case TAKEN -> Event.CREDIT_TAKEN;
      case REFUSED -> Event.CREDIT_REFUSED;
    };
  }

  /** The terminal writes the sale's card from the order's answer, so the sale's card moves. */
  private void giveOrder(EntityManager em, TransactionRow order, TransactionKind kind) {
    TransactionRow original = TransactionTable.lock(em, order.originalSerial());
    MeterSaleRow sale = em.find(MeterSaleRow.class, original.serialNo());
    if (sale.openOrder() == null || sale.openOrder() != order.serialNo()) {
      LOG.error("Card order {} was not expected by its sale {}", order.serialNo(), sale.serialNo());
      return;
    }
    sale.writeFrom(order.serialNo());
    Event event = kind == TransactionKind.CARD_REWRITE ? Event.CARD_GIVEN : Event.CLEARING_GIVEN;
    card(em, original, sale, event, "by order " + order.serialNo());
  }

  /** Lets the sale's card go, if the transaction is an order about it. */
  static void closeOrder(EntityManager em, TransactionRow order) {
    if (!Kinds.isCardOrder(Kinds.kind(order))) {
      return;
    }
    TransactionRow original = TransactionTable.lock(em, order.originalSerial());
    MeterSaleRow sale = em.find(MeterSaleRow.class, original.serialNo());
    if (sale.openOrder() != null && sale.openOrder() == order.serialNo()) {
      sale.closeOrder();
    }
  }

  /** Lets an event happen to a card. */
  void card(EntityManager em, TransactionRow row, MeterSaleRow sale, Event event, String words) {
    StateMachine.next(StateMachine.CARD, Kinds.card(sale), event)
        .ifPresent(
            t -> {
              sale.moveCard(t.to().name());
              if (t.actions().contains(Action.TELL)) {
                sale.mustTell(outcome(t.to()).name());
              }
              story.add(em, row, Fact.CARD, t.from().name(), event.name(), t.to().name(), words);
              reportContradiction(row, event);
            });
  }

  /** Lets an event happen to a meter. */
  void meter(EntityManager em, TransactionRow row, MeterSaleRow sale, Event event, String words) {
    StateMachine.next(StateMachine.METER, Kinds.meter(sale), event)
        .ifPresent(
            t -> {
              sale.moveMeter(t.to().name());
              story.add(em, row, Fact.METER, t.from().name(), event.name(), t.to().name(), words);
              reportContradiction(row, event);
            });
    if (event == Event.CREDIT_TAKEN && Kinds.card(sale) != CardState.NONE) {
      card(em, row, sale, Event.CARD_WRITTEN, "since the meter took it");
    }
  }

  /** Money that was given back for credit that was used: somebody must look at it. */
  private static void reportContradiction(TransactionRow row, Event event) {
    TransactionState state = Kinds.state(row);
    boolean undone = state == TransactionState.REVERSED || state == TransactionState.REVERSING;
    if (undone && (event == Event.CARD_WRITTEN || event == Event.CREDIT_TAKEN)) {
      LOG.error(
          "{} of {}, whose money is {}: the terminal or the card contradicts itself; see its story",
          event,
          row.serialNo(),
          state);
    }
  }

  /** Returns what the billing system is told about a card in this state. */
  static CardOutcome outcome(CardState state) {
    return switch (state) {
      case WRITTEN -> CardOutcome.WRITTEN;
      case CLEARED -> CardOutcome.CLEARED;
      case UNKNOWN -> CardOutcome.UNKNOWN;
      case NONE, TO_WRITE, NOT_WRITTEN -> CardOutcome.NOT_WRITTEN;
      case TO_CLEAR -> CardOutcome.WRITTEN;
    };
  }
}
