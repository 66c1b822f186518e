package org.gridtill.notifications;

import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;

/**
 * What came of handing a message to a channel.
 *
 * @param end how it ended
 * @param words what went wrong; empty if nothing
 */
record Outcome(End end, String words) {

  /** How a call of a channel may end. */
  enum End {
    /** The channel has the message. */
    ACCEPTED,
    /** The channel will never take it. */
    REJECTED,
    /** The channel did not take it, this time. */
    FAILED,
    /** Nobody knows whether the channel has it. */
    UNKNOWN
  }

  static Outcome of(Delivery delivery, String channel) {
    if (delivery == null) {
      return failed("channel " + channel + " gave no result");
    }
    return switch (delivery) {
      case ACCEPTED -> new Outcome(End.ACCEPTED, "");
      case REJECTED -> new Outcome(End.REJECTED, "channel " + channel + " rejects it");
      case TRY_LATER -> failed("channel " + channel + " cannot take it now");
    };
  }

  static Outcome failed(String words) {
    return new Outcome(End.FAILED, words);
  }

  static Outcome unknown(String words) {
    return new Outcome(End.UNKNOWN, words);
  }

  /** Tells whether it is true whenever it comes, also of a call that was given up before. */
  boolean isFinal() {
    return end == End.ACCEPTED || end == End.REJECTED;
  }
}
