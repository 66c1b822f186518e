package org.gridtill.api.adapter.terminal;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;

/**
 * What a terminal asks about a consumer's meter card. A sale is three facts: the money was taken,
 * the card was written, the meter took the credit. The terminal first asks for the sale, then
 * writes the card with what comes back, and then reports what became of that.
 */
public sealed interface CardRequest extends Request {

  /**
   * Opens the consumer's account in the meter with a first purchase (开卡).
   *
   * @param consumer whose meter
   * @param amount the purchase; positive
   * @param card the blank card
   */
  record Open(Origin origin, ConsumerNo consumer, Money amount, CardReading card)
      implements CardRequest, MoneyRequest {

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Open {
      MoneyRequest.requirePositive(amount);
    }
  }

  /**
   * Sells credit that the card carries to the meter (充值).
   *
   * @param consumer whose meter
   * @param amount the purchase; positive
   * @param card the consumer's card
   */
  record Recharge(Origin origin, ConsumerNo consumer, Money amount, CardReading card)
      implements CardRequest, MoneyRequest {

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Recharge {
      MoneyRequest.requirePositive(amount);
    }
  }

  /**
   * Puts the consumer's meter account on a new card, in place of one that was lost (补卡).
   *
   * @param consumer whose meter
   * @param card the new, blank card
   */
  record Replace(Origin origin, ConsumerNo consumer, CardReading card)
      implements CardRequest, MoneyRequest {
    @Override
    public Money amount() {
      return Money.ZERO;
    }
  }

  /**
   * Asks for what writes a sale to its card once more (补写卡).
   *
   * @param sale the sale
   * @param card the card it belongs on
   */
  record Rewrite(Origin origin, Original sale, CardReading card) implements CardRequest {}

  /**
   * Asks for what takes a sale off its card again, before it is reversed (取消写卡).
   *
   * @param sale the sale
   * @param card the card it is on
   */
  record Clear(Origin origin, Original sale, CardReading card) implements CardRequest {}

  /**
   * Reports what became of the writing of a card. Sent again and again until it is answered.
   *
   * @param written the transaction whose answer the terminal wrote to the card: the sale, or the
   *     rewrite or clearing that came after it
   * @param outcome what became of it
   * @param card what the terminal reads on the card now; null if it cannot read it
   */
  record Report(Origin origin, Original written, CardOutcome outcome, CardReading card)
      implements CardRequest {}
}
