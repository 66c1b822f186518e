package org.gridtill.transactions;

import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/**
 * Takes a terminal's report about the writing of a card. The report is durable before the terminal
 * is answered; the billing system is told by the resolver.
 */
final class CardReports {

  private final JpaTemplate jpa;
  private final Ledger ledger;
  private final Originals originals;
  private final Evidence evidence;
  private final Replies replies;
  private final PlatformClock clock;

  CardReports(
      JpaTemplate jpa,
      Ledger ledger,
      Originals originals,
      Evidence evidence,
      Replies replies,
      PlatformClock clock) {
    this.jpa = jpa;
    this.ledger = ledger;
    this.originals = originals;
    this.evidence = evidence;
    this.replies = replies;
    this.clock = clock;
  }

  Reply report(CardRequest.Report request) {
    Optional<TransactionRow> written = originals.find(request.origin(), request.written());
    if (written.isEmpty() || !Kinds.kind(written.get()).writesCard()) {
      return replies.refused(
          Refusal.UNKNOWN_TRANSACTION, "there is no such transaction with a card");
    }
    TransactionRow order = written.get();
    long sale = Kinds.isCardOrder(Kinds.kind(order)) ? order.originalSerial() : order.serialNo();
    evidence.look(new ConsumerNo(order.consumerNo()), request.card());
    jpa.tx(TransactionType.Required, em -> note(em, sale, order.serialNo(), request));
    return new Reply.CardReported(clock.now(), SerialNo.of(sale));
  }

  private void note(EntityManager em, long saleSerial, long order, CardRequest.Report request) {
    TransactionRow row = TransactionTable.lock(em, saleSerial);
    MeterSaleRow sale = em.find(MeterSaleRow.class, saleSerial);
    Optional<Event> shown = shown(sale, request.card());
    boolean latest = sale.writingSerial() != null && sale.writingSerial() == order;
    boolean onTheCard = shown.isPresent() && shown.get() == Event.CARD_WRITTEN;
    if (!latest && !onTheCard) {
      // About an earlier attempt: nobody can tell whether the card was read before the later one.
      return;
    }
    String words = shown.isPresent() ? "as the card shows" : "as the terminal says";
    ledger.facts().card(em, row, sale, shown.orElse(event(request.outcome())), words);
    ledger.schedule(row, sale);
  }

  /** What is on the card counts more than what the terminal believes. */
  private static Optional<Event> shown(MeterSaleRow sale, CardReading card) {
    if (card == null || sale.purchaseCount() == null || !CardRules.isCardOf(sale, card)) {
      return Optional.empty();
    }
    int count = card.wallet().purchaseCount();
    if (count == sale.purchaseCount()) {
      return Optional.of(Event.CARD_WRITTEN);
    }
    return count == sale.purchaseCount() - 1
        ? Optional.of(Event.CARD_NOT_WRITTEN)
        : Optional.empty();
  }

  static Event event(CardOutcome outcome) {
    return switch (outcome) {
      case WRITTEN -> Event.CARD_WRITTEN;
      case NOT_WRITTEN -> Event.CARD_NOT_WRITTEN;
      case UNKNOWN -> Event.CARD_UNKNOWN;
      case CLEARED -> Event.CARD_CLEARED;
    };
  }
}
