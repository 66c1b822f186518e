package org.gridtill.api.platform.notifications;

import java.time.Instant;

/**
 * A message and what became of it.
 *
 * @param notice what it tells
 * @param state what became of it
 * @param createdAt when it was added
 * @param attempts how often it was handed to a channel
 * @param nextAttemptAt when it will be tried (again); null if it will not
 * @param settledAt when it was delivered or given up; null before
 * @param words what went wrong at last; empty if nothing
 */
public record OutboxMessage(
    Notice notice,
    State state,
    Instant createdAt,
    int attempts,
    Instant nextAttemptAt,
    Instant settledAt,
    String words) {

  /** What became of a message. */
  public enum State {
    /** It waits for its time, for a channel, or for another attempt. */
    WAITING,
    /** It is being handed to a channel. */
    SENDING,
    /** A channel has taken it over. */
    DELIVERED,
    /** The channel will never take it, or nobody is there to tell. */
    REJECTED,
    /** No channel took it within the time in which it is worth telling. */
    EXPIRED,
    /** The platform stopped while it was being handed over; not sent again by itself. */
    UNKNOWN
  }
}
