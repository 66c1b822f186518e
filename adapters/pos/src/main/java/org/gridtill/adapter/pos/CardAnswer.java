package org.gridtill.adapter.pos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;
import org.gridtill.api.adapter.terminal.Reply;

/** Field 55 of an answer: what to write to the card, or what a meter far away did. */
final class CardAnswer {

  private static final int WALLET_BYTES = 8;
  private static final long MAX_AMOUNT = 0xffff_ffffL;

  private CardAnswer() {}

  /**
   * Returns the field for a transaction; empty if it has neither card nor remote meter, or if what
   * the billing system gave is more than the field can hold.
   */
  static Optional<byte[]> of(Reply.Payment payment) {
    try {
      byte[] field = CardElement.join(elements(payment));
      boolean fits = field.length > 0 && Field.CARD_DATA.accepts(field);
      return fits ? Optional.of(field) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Better no card than a wrong one: the terminal then undoes the sale.
      return Optional.empty();
    }
  }

  private static List<CardElement> elements(Reply.Payment payment) {
    List<CardElement> elements = new ArrayList<>();
    CardWrite card = payment.card();
    if (card != null) {
      byte[] meterNo = card.meterNo().getBytes(StandardCharsets.US_ASCII);
      elements.add(new CardElement(CardElement.METER_NO, meterNo));
      elements.add(new CardElement(CardElement.NEW_WALLET, wallet(card.wallet())));
      for (CardWriteStep step : card.steps()) {
        elements.add(new CardElement(CardElement.STEP, step(step)));
      }
    }
    if (payment.meter() != null) {
      byte[] outcome = {outcome(payment.meter())};
      elements.add(new CardElement(CardElement.METER_OUTCOME, outcome));
    }
    return elements;
  }

  private static byte[] wallet(CardWallet wallet) {
    if (wallet.amount().fen() > MAX_AMOUNT) {
      throw new IllegalArgumentException("the purchase does not fit 4 bytes");
    }
    return ByteBuffer.allocate(WALLET_BYTES)
        .putInt((int) wallet.amount().fen())
        .putInt(wallet.purchaseCount())
        .array();
  }

  /** Target, length of the code, code, data. */
  private static byte[] step(CardWriteStep step) {
    byte[] mac = HexFormat.of().parseHex(step.mac());
    byte[] data = HexFormat.of().parseHex(step.data());
    return ByteBuffer.allocate(2 + mac.length + data.length)
        .put(target(step.target()))
        .put((byte) mac.length)
        .put(mac)
        .put(data)
        .array();
  }

  private static byte target(CardWriteStep.Target target) {
    return switch (target) {
      case EXTERNAL_AUTHENTICATION -> 1;
      case PARAMETER_FILE -> 2;
      case WALLET -> 3;
      case TARIFF_CURRENT -> 4;
      case TARIFF_BACKUP -> 5;
      case RETURN_FILE -> 6;
      default -> throw new IllegalArgumentException("a step that this protocol cannot carry");
    };
  }

  private static byte outcome(MeterOutcome outcome) {
    return switch (outcome) {
      case TAKEN -> 1;
      case REFUSED -> 2;
      default -> 0;
    };
  }
}
