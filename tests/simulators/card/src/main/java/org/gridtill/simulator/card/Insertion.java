package org.gridtill.simulator.card;

/** What a meter makes of a card that is put into it. */
public enum Insertion {
  /** The purchase is in the meter, and the card carries the evidence. */
  CREDITED(true),
  /** There is no purchase that the meter does not have; the card carries the meter's state. */
  NOTHING_NEW(true),
  /** The card's count is behind the meter's; the card carries the meter's state. */
  COUNT_BEHIND(true),
  /** A purchase before this one never reached the meter; the card carries the meter's state. */
  COUNT_AHEAD(true),
  /** There is a new purchase, but a card whose return-write file is not cleared; the same. */
  NOT_CLEARED(true),
  /** The credit would be more than the meter may store; the card is as it was. */
  OVER_LIMIT(false),
  /** The card is blank. */
  BLANK(false),
  /** The card does not have the utility's keys. */
  NOT_GENUINE(false),
  /** The card is another meter's. */
  WRONG_METER(false),
  /** The card is another consumer's. */
  WRONG_CONSUMER(false),
  /** Another card of this consumer is the one that the meter knows. */
  WRONG_CARD(false),
  /** The meter is not opened, and this is no opening card. */
  NOT_OPENED(false),
  /** An opening card has a purchase that is not the first. */
  NOT_FIRST_PURCHASE(false);

  private final boolean writesBack;

  Insertion(boolean writesBack) {
    this.writesBack = writesBack;
  }

  /** Tells whether the meter has written its state to the card. */
  public boolean writesBack() {
    return writesBack;
  }
}
