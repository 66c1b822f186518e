package org.gridtill.simulator.card;

/** What a meter answers to a purchase that is sent to it over the air. */
public enum RemoteRecharge {
  /** The purchase is in the meter now. */
  TAKEN,
  /** The meter has the purchase with this number already: to the sender, this is as good. */
  REPEATED,
  /** The number is not the one after the meter's last. */
  WRONG_COUNT,
  /** The meter serves another consumer. */
  WRONG_CONSUMER,
  /** The meter is not opened. */
  NOT_OPENED,
  /** The credit would be more than the meter may store. */
  OVER_LIMIT
}
