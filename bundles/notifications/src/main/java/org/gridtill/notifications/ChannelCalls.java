package org.gridtill.notifications;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.platform.gates.AdapterFailedException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls channels through their gate, so many at once and no more. A call that is given up and does
 * not come back no longer counts as under way, so that it does not keep others waiting. It keeps
 * its place in the gate, which has some to spare; when all are taken the gate refuses, until a call
 * comes back or another version of the channel does, which has places of its own. Nothing else runs
 * on the gate's threads, the database least of all, which an interrupt would break.
 */
final class ChannelCalls {

  /** Places for calls that do not come back; each has a thread that never ends. */
  static final int SPARE = 16;

  private static final Logger LOG = LoggerFactory.getLogger(ChannelCalls.class);

  private final int most;
  private final Gate<NotificationChannel> gate;
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean closed;

  /**
   * Makes a place for calls.
   *
   * @param most how many may be under way
   * @param gate with room for these, and for those that do not come back
   */
  ChannelCalls(int most, Gate<NotificationChannel> gate) {
    this.most = most;
    this.gate = gate;
  }

  /**
   * What the gate is like.
   *
   * @param most how many calls may be under way
   * @param timeout how long one may take
   * @param patience how long those under way are waited for when a channel goes
   */
  static GateOptions<NotificationChannel> options(int most, Duration timeout, Duration patience) {
    return GateOptions.of(
        NotificationChannel.class, "notifications", most + SPARE, timeout, patience);
  }

  /** Tells whether another call may begin. Only who begins or closes can make that untrue. */
  boolean hasRoom() {
    return !closed && underWay.get() < most;
  }

  /**
   * Begins a call.
   *
   * @param channel who is to get the message; another that has taken its place does not
   * @param then is told what came of it, on whatever thread, and must return at once; of a call
   *     that was given up it is told a second time if a certain end came after all
   */
  void begin(Channels.Channel channel, NotificationMessage message, Consumer<Outcome> then) {
    Call call = new Call(channel, message, then);
    underWay.incrementAndGet();
    gate.begin(
            "the delivery of " + message.eventKey(),
            (service, context) -> call.deliver(service, context.adapter()))
        .whenComplete(call::ended);
  }

  private final class Call {

    private final Channels.Channel channel;
    private final NotificationMessage message;
    private final Consumer<Outcome> then;
    private boolean givenUp;
    private Outcome result;

    Call(Channels.Channel channel, NotificationMessage message, Consumer<Outcome> then) {
      this.channel = channel;
      this.message = message;
      this.then = then;
    }

    /** On a thread of the gate's. */
    Outcome deliver(NotificationChannel service, AdapterInfo adapter) {
      if (!Channels.Channel.of(adapter).equals(channel)) {
        // What is known of the attempt was written down of the other.
        return Outcome.failed("channel " + channel.name() + " has gone");
      }
      Outcome outcome = Outcome.of(service.deliver(message), channel.name());
      returned(outcome);
      return outcome;
    }

    private synchronized void returned(Outcome outcome) {
      result = outcome;
      if (givenUp) {
        tellLate();
      }
    }

    /** What the channel says late is believed if it is certain. */
    private void tellLate() {
      if (result != null && result.isFinal()) {
        then.accept(result);
      }
    }

    synchronized void ended(Outcome outcome, Throwable error) {
      underWay.decrementAndGet();
      if (error == null) {
        then.accept(outcome);
      } else if (error instanceof AdapterTimeoutException) {
        giveUp(closed ? "the platform stopped while it was being sent" : error.getMessage());
      } else if (error instanceof AdapterFailedException failed) {
        LOG.warn(
            "Channel {} failed with {}", channel.name(), message.eventKey(), failed.getCause());
        then.accept(Outcome.failed("channel " + channel.name() + " failed: " + failed.getCause()));
      } else {
        then.accept(Outcome.failed(error.getMessage()));
      }
    }

    /** Whether the channel has the message is not known. */
    private void giveUp(String words) {
      givenUp = true;
      then.accept(Outcome.unknown(words));
      tellLate();
    }
  }

  /** Waits for what is under way as long as the gate does. Called by who begins calls. */
  void close() {
    closed = true;
    gate.close();
  }
}
