package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.gridtill.gates.TestGate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dispatcher with its own threads. */
class DispatcherComponentTest {

  private final Post post = new Post();
  private final TestChannel sms = TestChannel.sms();

  @AfterEach
  void close() {
    post.close();
  }

  private final TestGate<NotificationChannel> gates = new TestGate<>();

  private DispatcherComponent component(Map<String, Object> settings) {
    return new DispatcherComponent(
        post.database.jpa(),
        post.clock,
        post.register(),
        gates,
        NotificationSettingsTest.settings(settings));
  }

  @Test
  void sendsByItselfWhatIsThereAndWhatComes() throws Exception {
    CountDownLatch told = new CountDownLatch(3);
    sms.answer =
        message -> {
          told.countDown();
          return Delivery.ACCEPTED;
        };
    post.reversed(1);
    DispatcherComponent component = component(Map.of());
    gates.arrive(sms, sms.properties());
    post.reversed(2);
    post.reversed(3);

    assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    component.stop();

    assertThat(post.outbox.list(false, 10)).allMatch(m -> m.state() == State.DELIVERED);
  }

  @Test
  void leavesNothingInBetweenWhenItIsStopped() throws Exception {
    Gate gate = new Gate();
    sms.answer = gate::pass;
    post.reversed(1);
    DispatcherComponent component = component(Map.of());
    gates.arrive(sms, sms.properties());
    gate.awaitWaiting(1);

    component.stop();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.UNKNOWN);
  }

  @Test
  void refusesWrongSettings() {
    assertThatThrownBy(() -> component(Map.of("calls", 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("org.gridtill.notifications: calls is not between 1 and 64: 0");
  }
}
