package org.gridtill.api.adapter.notification;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to tell people something, such as SMS.
 *
 * <p>An adapter owns its client connection and nothing more. Delivery is never part of a
 * transaction: the platform hands over messages that were committed with what they tell about, and
 * repeats one until it is accepted or rejected. An adapter that can, uses the event key to keep a
 * repeated message from reaching a person twice.
 *
 * <p><b>Threads:</b> called by several threads at once; returns within the adapter's configured
 * time-out. <b>Errors:</b> outages are results; an exception is a bug, treated as TRY_LATER.
 *
 * <pre>{@code
 * channel.deliver(new NotificationMessage("payment/012345678901", "13800000000", "Paid 12.34"));
 * }</pre>
 */
@ConsumerType
public interface NotificationChannel {

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
