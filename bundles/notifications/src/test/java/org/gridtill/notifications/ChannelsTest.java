package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.gates.TestGate;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final TestGate<NotificationChannel> gate =
      new TestGate<>(ChannelCalls.options(1, LONG, LONG));

  @Test
  void areWhoTheGateWouldCall() {
    Channels channels = new Channels("", gate.gate());
    assertThat(channels.chosen()).isEmpty();
    assertThat(channels.absence()).isEqualTo("no notification channel is there");

    TestChannel file = new TestChannel("file", true);
    int number = gate.arrive(file, file.properties());
    assertThat(channels.chosen()).contains(new Channels.Channel("file", true));

    gate.leave(number);
    assertThat(channels.chosen()).isEmpty();
  }

  @Test
  void areNotRepeatableUnlessTheySaySo() {
    gate.arrive(message -> Delivery.ACCEPTED, Map.of("gridtill.adapter", "a"));
    assertThat(new Channels("", gate.gate()).chosen()).contains(new Channels.Channel("a", false));
  }

  @Test
  void areNamedInTheAbsenceOfTheOnlyOneThatIsWanted() {
    assertThat(new Channels("sms", gate.gate()).absence())
        .isEqualTo("no notification channel sms is there");
  }

  @Test
  void haveNamesThatFitIntoTheOutbox() {
    gate.arrive(message -> Delivery.ACCEPTED, Map.of("gridtill.adapter", "x".repeat(100) + "\n"));
    assertThat(new Channels("", gate.gate()).chosen())
        .hasValueSatisfying(channel -> assertThat(channel.name()).hasSizeLessThanOrEqualTo(64));
  }
}
