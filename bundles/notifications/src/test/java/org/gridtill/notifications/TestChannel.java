package org.gridtill.notifications;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationMessage;

/** A channel that keeps what it gets, and answers as a test wants. */
final class TestChannel implements NotificationChannel {

  final List<NotificationMessage> got = new CopyOnWriteArrayList<>();
  private final String name;
  private final boolean idempotent;
  volatile Function<NotificationMessage, Delivery> answer = message -> Delivery.ACCEPTED;

  TestChannel(String name, boolean idempotent) {
    this.name = name;
    this.idempotent = idempotent;
  }

  static TestChannel sms() {
    return new TestChannel("sms", false);
  }

  Map<String, Object> properties() {
    return Map.of("gridtill.adapter", name, NotificationChannel.IDEMPOTENT, idempotent);
  }

  @Override
  public Delivery deliver(NotificationMessage message) {
    got.add(message);
    return answer.apply(message);
  }
}
