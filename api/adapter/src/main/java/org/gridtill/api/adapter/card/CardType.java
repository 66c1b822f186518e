package org.gridtill.api.adapter.card;

import java.util.Arrays;

/** What a consumer's card is for. */
public enum CardType {
  /** Opens the account in the meter, with the first purchase. */
  OPENING(1),
  /** Carries a purchase. */
  PURCHASE(2),
  /** Takes the place of a card that was lost. */
  REPLACEMENT(3);

  private final int code;

  CardType(int code) {
    this.code = code;
  }

  /** Returns the number that stands for it in the parameter file. */
  public int code() {
    return code;
  }

  /**
   * Returns the type that a number stands for.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CardType of(int code) {
    return Arrays.stream(values())
        .filter(type -> type.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("wrong card type"));
  }
}
