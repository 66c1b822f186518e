package org.gridtill.api.adapter.notification;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to tell people something, such as SMS.
 *
 * <p>An adapter owns its client connection and nothing more. Delivery is never part of a
 * transaction: the platform hands over messages that were committed with what they tell about, and
 * repeats one that could not be taken until it is accepted or rejected. One of which it does not
 * know whether it was taken, it repeats to an {@link #IDEMPOTENT} channel only.
 *
 * <p><b>Threads:</b> called by several threads at once, never in a transaction; returns within the
 * adapter's configured time-out; a call that takes much longer is interrupted. <b>Errors:</b>
 * outages are results; an exception is a bug, treated as TRY_LATER.
 *
 * <pre>{@code
 * channel.deliver(new NotificationMessage("payment/012345678901", "13800000000", "Paid 12.34"));
 * }</pre>
 */
@ConsumerType
public interface NotificationChannel {

  /**
   * The name of the service property that is {@code true} if the channel takes a message of one
   * event key once, however often it gets it, also over its own restarts. Only then does the
   * platform repeat a message of which it does not know whether the channel has it.
   */
  String IDEMPOTENT = "gridtill.notification.idempotent";

  /** What came of a delivery. */
  enum Delivery {
    /** The channel has taken the message over. */
    ACCEPTED,
    /** The channel will never take this message. */
    REJECTED,
    /** The channel cannot take it now. */
    TRY_LATER
  }

  /** Hands over one message. */
  Delivery deliver(NotificationMessage message);
}
