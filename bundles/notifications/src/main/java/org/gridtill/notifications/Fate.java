package org.gridtill.notifications;

import java.time.Instant;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.notifications.NotificationRow;

/**
 * What becomes of a message. It changes rows that its caller has taken for the purpose, and asks
 * nobody but the clock.
 */
final class Fate {

  private static final int LONGEST_WORDS = 300;

  private final Policy policy;
  private final Audience audience;
  private final PlatformClock clock;

  Fate(Policy policy, Audience audience, PlatformClock clock) {
    this.policy = policy;
    this.audience = audience;
    this.clock = clock;
  }

  /** Returns until when a message may be sent: the time in which it may not be does not count. */
  private Instant deadline(NotificationRow row) {
    Instant since = Instant.ofEpochMilli(row.waitingSince());
    Instant sendable = Notices.isUrgent(row) ? since : policy.quiet().end(since).orElse(since);
    return sendable.plus(policy.worth());
  }

  boolean isTooOld(NotificationRow row) {
    return !clock.now().isBefore(deadline(row));
  }

  /** Ends a message that is not worth telling any more. */
  void expire(NotificationRow row) {
    if (row.inDoubt()) {
      over(row, State.UNKNOWN, row.words());
    }
    Told told = Told.parse(row.told());
    if (row.nextAttemptAt() != null) {
      State end = told.has(State.UNKNOWN) ? State.UNKNOWN : State.EXPIRED;
      settle(row, end, row.words().isEmpty() ? "not sent within " + policy.worth() : row.words());
    }
  }

  /** Puts a message off that failed, or could not even be tried. */
  void putOff(NotificationRow row, String words) {
    row.fail();
    wait(row, clock.now().plus(policy.backoff().delay(row.failures())), words);
  }

  /** Lets a message wait for its time; nothing has gone wrong. */
  void postpone(NotificationRow row, Instant until) {
    wait(row, until, row.words());
  }

  private void wait(NotificationRow row, Instant until, String words) {
    Instant deadline = deadline(row);
    Instant next = until.isBefore(deadline) ? until : deadline;
    row.await(State.WAITING.name(), next.toEpochMilli(), PlainText.of(words, LONGEST_WORDS));
  }

  /** Ends a message for which nobody is left; it was over with all of them, or nobody was there. */
  void endWithoutRecipient(NotificationRow row) {
    if (row.inDoubt()) {
      over(row, State.UNKNOWN, row.words());
      return;
    }
    Told told = Told.parse(row.told());
    settle(row, told.state(), told.isEmpty() ? Audience.nobody(row) : told.missing());
  }

  /** Takes note that a channel which may have told the recipient cannot be asked. */
  void endDoubt(NotificationRow row, String words) {
    over(row, State.UNKNOWN, words);
  }

  /** Takes note that nothing was heard of an attempt, whose process must have died. */
  void recover(NotificationRow row) {
    String words = "the platform stopped while it was being sent by channel " + row.channel();
    conclude(row, Outcome.unknown(words));
  }

  /** Takes note of how an attempt has ended. */
  void conclude(NotificationRow row, Outcome outcome) {
    switch (outcome.end()) {
      case ACCEPTED -> over(row, State.DELIVERED, "");
      case REJECTED -> over(row, State.REJECTED, outcome.words());
      case FAILED -> putOff(row, outcome.words());
      case UNKNOWN -> {
        if (row.repeatable()) {
          row.doubt();
          putOff(row, outcome.words());
        } else {
          over(row, State.UNKNOWN, outcome.words());
        }
      }
    }
  }

  /** Takes note of what became, after all, of an attempt that was given up as unknown. */
  void learn(NotificationRow row, String address, Outcome outcome) {
    Told told = Told.parse(row.told());
    if (told.ends().get(address) != State.UNKNOWN) {
      return;
    }
    State end = outcome.end() == Outcome.End.ACCEPTED ? State.DELIVERED : State.REJECTED;
    Told learned = told.with(address, end);
    boolean settled = row.nextAttemptAt() == null;
    row.tell(learned.text());
    if (settled) {
      settle(row, learned.state(), words(learned, outcome.words()));
    }
  }

  private void over(NotificationRow row, State end, String words) {
    Told told = Told.parse(row.told()).with(row.recipient(), end);
    row.tell(told.text());
    if (audience.hasMore(row, told)) {
      wait(row, clock.now(), told.missing());
    } else {
      settle(row, told.state(), words(told, words));
    }
  }

  private static String words(Told told, String last) {
    return told.ends().size() == 1 ? last : told.missing();
  }

  private void settle(NotificationRow row, State end, String words) {
    row.settle(end.name(), clock.now().toEpochMilli(), PlainText.of(words, LONGEST_WORDS));
  }
}
