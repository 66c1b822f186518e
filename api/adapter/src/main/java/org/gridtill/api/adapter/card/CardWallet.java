package org.gridtill.api.adapter.card;

import org.gridtill.api.adapter.Money;

/**
 * The purse of a card: what the meter is to take, and the number of the purchase.
 *
 * @param amount the purchase that lies on the card; not negative
 * @param purchaseCount the purchase's number (购电次数), which counts up by one a purchase; 0 on a
 *     blank card
 */
public record CardWallet(Money amount, int purchaseCount) {

  /** The purse of a blank card. */
  public static final CardWallet EMPTY = new CardWallet(Money.ZERO, 0);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public CardWallet {
    if (amount.fen() < 0 || purchaseCount < 0) {
      throw new IllegalArgumentException("wrong wallet");
    }
  }
}
