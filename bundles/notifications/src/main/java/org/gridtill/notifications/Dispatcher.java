package org.gridtill.notifications;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.notifications.NotificationRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages that are due to a channel. That one is being sent is committed before the channel
 * is called, and what came of it afterwards; a message about which a process died in between is not
 * sent again unless the channel would notice. All methods are called on one thread, the clerk's.
 */
final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int AT_ONCE = 100;
  private static final int MOST_HASTENED = 1000;

  private final OutboxTable table;
  private final PlatformClock clock;
  private final Policy policy;
  private final Audience audience;
  private final Templates templates;
  private final Channels channels;
  private final ChannelCalls calls;
  private final Executor clerk;
  private final Fate fate;
  private final Deque<Ended> unwritten = new ArrayDeque<>();

  /** Whether something is due for which there was no room. */
  private boolean hungry;

  /** Makes one; the clerk runs what the channels' threads have to say. */
  Dispatcher(
      OutboxTable table,
      PlatformClock clock,
      Policy policy,
      Audience audience,
      Templates templates,
      Channels channels,
      ChannelCalls calls,
      Executor clerk) {
    this.table = table;
    this.clock = clock;
    this.policy = policy;
    this.audience = audience;
    this.templates = templates;
    this.channels = channels;
    this.calls = calls;
    this.clerk = clerk;
    fate = new Fate(policy, audience, clock);
  }

  /**
   * An attempt that has ended.
   *
   * @param changes how often the message had been changed when the attempt began
   */
  private record Ended(String eventKey, int changes, String address, Outcome outcome) {}

  /** Looks once at what is due. */
  void work() {
    writeDown();
    List<NotificationRow> due = table.due(clock.now(), AT_ONCE);
    hungry = due.size() == AT_ONCE;
    due.forEach(this::look);
  }

  private void look(NotificationRow row) {
    try {
      if (Notices.state(row) == State.SENDING) {
        change(row, fate::recover);
      } else if (fate.isTooOld(row)) {
        change(row, fate::expire);
      } else {
        sendUnlessQuiet(row);
      }
    } catch (RuntimeException e) {
      LOG.warn("Message {} cannot be sent now: {}", row.eventKey(), e.toString());
      // A row that nobody can make sense of must not stand first in the list for ever.
      change(row, r -> fate.putOff(r, e.toString()));
    }
  }

  private void sendUnlessQuiet(NotificationRow row) {
    Optional<Instant> quiet =
        Notices.isUrgent(row) ? Optional.empty() : policy.quiet().end(clock.now());
    if (quiet.isPresent()) {
      change(row, r -> fate.postpone(r, quiet.get()));
    } else if (calls.hasRoom()) {
      send(row);
    } else {
      hungry = true;
    }
  }

  private void send(NotificationRow row) {
    Optional<Contact> contact = audience.next(row);
    Optional<Channels.Channel> channel = channels.chosen();
    if (contact.isEmpty()) {
      change(row, fate::endWithoutRecipient);
    } else if (channel.isEmpty()) {
      change(row, r -> fate.putOff(r, channels.absence()));
    } else if (row.inDoubt() && !knowsAgain(channel.get(), row)) {
      String words = "channel " + row.channel() + " may have sent it, and cannot be asked";
      change(row, r -> fate.endDoubt(r, words));
    } else {
      hand(row, contact.get(), channel.get());
    }
  }

  private static boolean knowsAgain(Channels.Channel channel, NotificationRow row) {
    return channel.repeatable() && channel.name().equals(row.channel());
  }

  private void hand(NotificationRow row, Contact to, Channels.Channel channel) {
    Notice notice = Notices.notice(row);
    NotificationMessage message =
        new NotificationMessage(
            Audience.key(row, to.address()),
            to.address(),
            templates.text(notice.kind(), to.language(), notice.values()));
    long until = clock.now().plus(policy.silence()).toEpochMilli();
    change(
            row,
            r -> {
              r.handTo(channel.name(), channel.repeatable(), to.address());
              r.send(State.SENDING.name(), until);
            })
        .ifPresent(
            claimed ->
                calls.begin(
                    channel,
                    message,
                    outcome ->
                        report(
                            new Ended(
                                claimed.eventKey(), claimed.changes(), to.address(), outcome))));
  }

  private Optional<NotificationRow> change(NotificationRow seen, Consumer<NotificationRow> change) {
    return table.change(seen.eventKey(), seen.changes(), change);
  }

  /** On a thread of the channels', which may not wait for the database. */
  private void report(Ended ended) {
    clerk.execute(
        () -> {
          unwritten.add(ended);
          writeDown();
          if (hungry) {
            work();
          }
        });
  }

  /**
   * Writes how attempts have ended. What cannot be written now, since the database is away, is
   * kept: a message is not unknown as long as somebody knows.
   */
  private void writeDown() {
    for (int left = unwritten.size(); left > 0; left--) {
      Ended ended = unwritten.remove();
      try {
        write(ended);
      } catch (RuntimeException e) {
        LOG.warn(
            "What became of message {} is not written yet: {}", ended.eventKey(), e.toString());
        unwritten.add(ended);
        return;
      }
    }
  }

  private void write(Ended ended) {
    boolean written =
        table
            .change(ended.eventKey(), ended.changes(), row -> fate.conclude(row, ended.outcome()))
            .isPresent();
    if (!written && ended.outcome().isFinal()) {
      // Given up meanwhile, here or on another node.
      table.change(
          ended.eventKey(),
          ended.changes() + 1,
          row -> fate.learn(row, ended.address(), ended.outcome()));
    }
  }

  /** Lets messages that waited for a channel go at once. */
  void hasten() {
    Instant now = clock.now();
    for (NotificationRow row : table.waiting(Channels.NONE, now, MOST_HASTENED)) {
      change(row, r -> fate.postpone(r, now));
    }
    work();
  }
}
