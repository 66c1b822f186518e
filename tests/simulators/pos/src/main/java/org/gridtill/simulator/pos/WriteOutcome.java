package org.gridtill.simulator.pos;

/** What became of writing a card, as field 55 says it. */
public enum WriteOutcome {
  /** No command of the write was sent to the card. */
  NOT_WRITTEN,
  /** The card accepted every command. */
  WRITTEN,
  /** Some commands were sent; nobody can tell what they did. */
  UNKNOWN,
  /** The card accepted every command of a clearing. */
  CLEARED;

  CardElement element() {
    return new CardElement(0x06, "%02X".formatted(ordinal()));
  }
}
