package org.gridtill.simulator.sg186.ledger;

import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.ReturnWriteFile;

/**
 * What the utility knows of a prepayment meter.
 *
 * @param open whether the account is open
 * @param count the number of the last purchase
 * @param lastFen the amount of the last purchase
 * @param lastSale its serial number; empty if there was none
 * @param taken whether the meter has it, for all that is known; true if there was none
 * @param remainingFen the credit in the meter when it was last known
 * @param card the card, if there is one
 */
public record MeterRecord(
    boolean open,
    int count,
    long lastFen,
    String lastSale,
    boolean taken,
    long remainingFen,
    Card card) {

  /**
   * The consumer's card.
   *
   * @param serial its serial number; empty if there is none
   * @param type what it is for
   * @param inserted whether it was in the meter since it was last written, for all that is known
   * @param writer the sale or replacement that it was last written for
   * @param replaced the cards that it took the place of
   */
  public record Card(
      String serial, CardType type, boolean inserted, String writer, List<String> replaced) {

    /** No card yet. */
    public static final Card NONE = new Card("", CardType.OPENING, true, "", List.of());

    /** Copies the list. */
    public Card {
      replaced = List.copyOf(replaced);
    }
  }

  /** A meter that nothing was sold to yet. */
  static MeterRecord fresh(boolean open) {
    return new MeterRecord(open, 0, 0, "", true, 0, Card.NONE);
  }

  /** Returns what the wallet of a card should hold that is written anew now. */
  CardWallet wallet() {
    return new CardWallet(taken ? Money.ZERO : Money.ofFen(lastFen), count);
  }

  /** Returns what is known once the card's return-write file was read. */
  MeterRecord proven(CardReading reading) {
    return reading
        .returnWrite()
        .filter(file -> file.purchaseCount() == count)
        .map(this::proven)
        .orElse(this);
  }

  private MeterRecord proven(ReturnWriteFile file) {
    Card inserted = new Card(card.serial, card.type, true, card.writer, card.replaced);
    return new MeterRecord(open, count, lastFen, lastSale, true, file.remaining().fen(), inserted);
  }

  MeterRecord sold(String serialNo, long fen, Card newCard) {
    return new MeterRecord(true, count + 1, fen, serialNo, false, remainingFen, newCard);
  }

  MeterRecord withCard(Card newCard) {
    return new MeterRecord(open, count, lastFen, lastSale, taken, remainingFen, newCard);
  }

  /** Returns what is known once the meter has answered that it took the last purchase. */
  MeterRecord answered() {
    return new MeterRecord(open, count, lastFen, lastSale, true, remainingFen + lastFen, card);
  }

  Card written(String serialNo, CardReading reading, CardType type) {
    List<String> replaced = new ArrayList<>(card.replaced);
    if (!card.serial.isEmpty() && !card.serial.equals(reading.cardSerial())) {
      replaced.add(card.serial);
    }
    return new Card(reading.cardSerial(), type, false, serialNo, replaced);
  }

  /** Returns what is left if the last sale is undone; a card that came after it stays. */
  MeterRecord undone(MeterRecord before) {
    boolean replacedSince = before.open && !card.serial.equals(before.card.serial);
    return replacedSince ? before.withCard(card) : before;
  }
}
