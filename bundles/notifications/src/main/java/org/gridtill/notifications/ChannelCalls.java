package org.gridtill.notifications;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls channels on threads of its own, so many at once and no more. A call that takes too long is
 * interrupted and given up. One that does not come back even then holds its thread and no longer
 * counts as under way, so that it does not keep others waiting; but of such lost calls, too, there
 * may be so many and no more. Nothing else runs on these threads, the database least of all, which
 * an interrupt would break.
 */
final class ChannelCalls {

  /** How many calls may be lost; each has a thread that never ends. */
  static final int MOST_LOST = 16;

  private static final Logger LOG = LoggerFactory.getLogger(ChannelCalls.class);

  private final int most;
  private final Duration timeout;
  private final Alarms alarms;
  private final ExecutorService workers;
  private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile boolean closed;

  /**
   * Makes a place for calls.
   *
   * @param most how many may be under way
   * @param timeout how long one may take
   */
  ChannelCalls(int most, Duration timeout) {
    this(most, timeout, Alarms.real());
  }

  /** Makes a place for calls that take too long when the alarms say so. */
  ChannelCalls(int most, Duration timeout, Alarms alarms) {
    this.most = most;
    this.timeout = timeout;
    this.alarms = alarms;
    AtomicInteger count = new AtomicInteger();
    workers =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "gridtill-notification-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Tells whether another call may begin. Only who begins or closes can make that untrue. */
  boolean hasRoom() {
    int calls = underWay.size();
    return !closed && calls < most && calls + lost.get() < most + MOST_LOST;
  }

  /**
   * Begins a call.
   *
   * @param then is told what came of it, on whatever thread, and must return at once; of a call
   *     that was given up it is told a second time if a certain end came after all
   */
  void begin(Channels.Channel channel, NotificationMessage message, Consumer<Outcome> then) {
    new Call(channel, message, then).begin();
  }

  private final class Call {

    private final Channels.Channel channel;
    private final NotificationMessage message;
    private final Consumer<Outcome> then;
    private final CompletableFuture<Outcome> first = new CompletableFuture<>();
    private Runnable stopAlarm;
    private Thread thread;

    Call(Channels.Channel channel, NotificationMessage message, Consumer<Outcome> then) {
      this.channel = channel;
      this.message = message;
      this.then = then;
    }

    void begin() {
      underWay.add(this);
      stopAlarm =
          alarms.after(
              timeout,
              () -> giveUp("no answer from channel " + channel.name() + " within " + timeout));
      workers.execute(this::run);
    }

    private void run() {
      Outcome outcome = deliver();
      if (first.complete(outcome)) {
        underWay.remove(this);
        stopAlarm.run();
        then.accept(outcome);
        return;
      }
      lost.decrementAndGet();
      if (outcome.isFinal()) {
        then.accept(outcome);
      }
    }

    private Outcome deliver() {
      if (!enter(Thread.currentThread())) {
        return Outcome.unknown("given up before it began");
      }
      try {
        return Outcome.of(channel.service().deliver(message), channel.name());
      } catch (Throwable e) {
        // Also errors: of classes, while an adapter's bundle is being changed.
        LOG.warn("Channel {} failed with {}", channel.name(), message.eventKey(), e);
        return Outcome.failed("channel " + channel.name() + " failed: " + e);
      } finally {
        leave();
      }
    }

    private synchronized boolean enter(Thread worker) {
      thread = first.isDone() ? null : worker;
      return thread != null;
    }

    /** From here on no interrupt comes, and none is left for whoever uses the thread next. */
    private synchronized void leave() {
      thread = null;
      Thread.interrupted();
    }

    private synchronized void interrupt() {
      if (thread != null) {
        thread.interrupt();
      }
    }

    /** Waits no longer; whether the channel has the message is not known. */
    void giveUp(String words) {
      Outcome outcome = Outcome.unknown(words);
      if (first.complete(outcome)) {
        lost.incrementAndGet();
        underWay.remove(this);
        then.accept(outcome);
        interrupt();
        warnOfLost();
      }
    }
  }

  private void warnOfLost() {
    if (lost.get() >= MOST_LOST) {
      LOG.error(
          "{} calls of notification channels have not come back; the adapter must be mended, and"
              + " the platform restarted",
          lost.get());
    }
  }

  /** Waits so long for what is under way, and gives up the rest. Called by who begins calls. */
  void close(Duration patience) {
    closed = true;
    Call[] calls = underWay.toArray(Call[]::new);
    CompletableFuture<?>[] ends = new CompletableFuture<?>[calls.length];
    for (int i = 0; i < calls.length; i++) {
      ends[i] = calls[i].first;
    }
    try {
      CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      LOG.debug("Some calls have not ended in time", e);
    }
    for (Call call : calls) {
      call.giveUp("the platform stopped while it was being sent");
    }
    alarms.close();
    workers.shutdown();
  }
}
