package org.gridtill.transactions;

import java.util.Optional;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.ParameterFile;
import org.gridtill.api.adapter.card.ReturnWriteFile;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.MoneyRequest;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.store.transactions.MeterSaleRow;

/**
 * The rules about cards that the platform can check from what the terminal read; pure. They are
 * those of the meters: a card that a meter would not take is not sold on. The billing system has
 * the last word, since it knows the meter's own count.
 */
final class CardRules {

  private static final int NUMBER_DIGITS = 12;
  private static final Objection OTHER_CARD =
      new Objection(Refusal.WRONG_CARD, "the sale was made for another card than this");

  private CardRules() {}

  /** Looks for what is against a sale or a replacement. */
  static Optional<Objection> objection(MoneyRequest request) {
    if (request instanceof CardRequest.Open open) {
      return unlessBlank(
          open.card(), "the account is opened on a blank card; clear this one first");
    }
    if (request instanceof CardRequest.Replace replace) {
      return unlessBlank(replace.card(), "a lost card is replaced by a blank one");
    }
    if (request instanceof CardRequest.Recharge recharge) {
      return againstRecharge(recharge.consumer(), recharge.card());
    }
    return Optional.empty();
  }

  private static Optional<Objection> unlessBlank(CardReading card, String words) {
    return card.parameters().isEmpty()
        ? Optional.empty()
        : Optional.of(new Objection(Refusal.WRONG_CARD, words));
  }

  private static Optional<Objection> againstRecharge(ConsumerNo consumer, CardReading card) {
    Optional<ParameterFile> whose = card.parameters();
    if (whose.isEmpty()) {
      return Optional.of(new Objection(Refusal.WRONG_CARD, "the card is blank; open the account"));
    }
    if (!isOf(consumer, whose.get().consumerNo())) {
      return Optional.of(new Objection(Refusal.WRONG_CARD, "the card is another consumer's"));
    }
    Optional<ReturnWriteFile> returned = card.returnWrite();
    if (returned.isEmpty()) {
      return Optional.of(
          new Objection(
              Refusal.CARD_NOT_INSERTED,
              "the meter has not written to the card since the last purchase; insert it first"));
    }
    if (!returned.get().meterNo().equals(whose.get().meterNo())
        || !returned.get().consumerNo().equals(whose.get().consumerNo())) {
      return Optional.of(
          new Objection(Refusal.WRONG_CARD, "another meter has written to the card"));
    }
    return returned.get().purchaseCount() == card.wallet().purchaseCount()
        ? Optional.empty()
        : Optional.of(
            new Objection(
                Refusal.PURCHASE_COUNT_DIFFERS,
                "the card has purchase "
                    + card.wallet().purchaseCount()
                    + ", its meter "
                    + returned.get().purchaseCount()));
  }

  /**
   * Looks for what is against writing a sale once more. The card is the very one that the sale was
   * made for: otherwise the sale would be on two cards, and could be cleared off one of them and
   * reversed. It has the purchase before, or none if there was none or it replaces a card.
   */
  static Optional<Objection> againstRewrite(
      TransactionKind kind, MeterSaleRow sale, CardReading card) {
    if (!isCardOf(sale, card)) {
      return Optional.of(OTHER_CARD);
    }
    int count = card.wallet().purchaseCount();
    if (count == sale.purchaseCount() && card.returnWrite().isEmpty()) {
      return Optional.of(
          new Objection(
              Refusal.WRONG_CARD, "the card has this purchase already; report it written"));
    }
    boolean before =
        count == sale.purchaseCount() - 1 || kind == TransactionKind.CARD_REPLACEMENT && count == 0;
    return before
        ? Optional.empty()
        : Optional.of(
            new Objection(
                Refusal.PURCHASE_COUNT_DIFFERS,
                "purchase " + sale.purchaseCount() + " does not follow " + count + " on the card"));
  }

  /** Looks for what is against taking a sale off its card. */
  static Optional<Objection> againstClearing(MeterSaleRow sale, CardReading card) {
    if (!isCardOf(sale, card)) {
      return Optional.of(OTHER_CARD);
    }
    if (card.wallet().purchaseCount() != sale.purchaseCount()) {
      return Optional.of(
          new Objection(
              Refusal.PURCHASE_COUNT_DIFFERS,
              "purchase " + sale.purchaseCount() + " is not on the card"));
    }
    return Optional.empty();
  }

  /** Tells whether it is the very card that a sale was made for. */
  static boolean isCardOf(MeterSaleRow sale, CardReading card) {
    return card.cardSerial().equals(sale.cardSerial());
  }

  /** A card has room for 12 digits, with zeros on the left. */
  static boolean isOf(ConsumerNo consumer, String onCard) {
    return padded(consumer.value()).equals(onCard);
  }

  /** Tells whether the meter on the card is this one. */
  static boolean isMeter(String meterNo, String onCard) {
    return padded(meterNo).equals(onCard);
  }

  private static String padded(String number) {
    return "0".repeat(Math.max(0, NUMBER_DIGITS - number.length())) + number;
  }
}
