package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.gates.TestGate;

/**
 * A dispatcher as one process has it. What its clerk has to do waits until the test lets it be
 * done, so that a test decides what comes between a claim and an outcome; what is never done, a
 * process has died over.
 */
final class Node implements AutoCloseable {

  static final int CALLS = 4;
  private static final Duration TIMEOUT = Duration.ofMillis(100);

  final TestGate<NotificationChannel> gate;
  final ChannelCalls calls;
  final Dispatcher dispatcher;
  private final BlockingQueue<Runnable> desk = new LinkedBlockingQueue<>();

  Node(Post post) {
    gate = new TestGate<>(ChannelCalls.options(CALLS, TIMEOUT, TIMEOUT));
    calls = new ChannelCalls(CALLS, gate.gate());
    dispatcher =
        new Dispatcher(
            new OutboxTable(post.database.jpa()),
            post.clock,
            Post.POLICY,
            new Audience(post.register(), post.operations),
            new Templates(),
            new Channels("", gate.gate()),
            calls,
            desk::add);
  }

  void work() {
    dispatcher.work();
  }

  /** Waits until a call has ended, and writes down how. */
  void conclude() {
    try {
      Runnable next = desk.poll(10, TimeUnit.SECONDS);
      assertThat(next).as("the end of a call").isNotNull();
      next.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does one round with one message. */
  void send() {
    work();
    conclude();
  }

  /** Tells whether no call has ended that was not written down. */
  boolean isIdle() {
    return desk.isEmpty();
  }

  @Override
  public void close() {
    calls.close();
  }
}
