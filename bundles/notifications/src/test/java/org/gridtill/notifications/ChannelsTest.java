package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  private static Map<String, Object> properties(String name, int ranking, long id) {
    return Map.of("gridtill.adapter", name, "service.ranking", ranking, "service.id", id);
  }

  private static NotificationChannel channel() {
    return new TestChannel("", false);
  }

  @Test
  void theHighestRankingIsChosenAndOfEqualsTheOldest() {
    Channels channels = new Channels("");
    channels.add(channel(), properties("file", -1000, 1));
    assertThat(channels.chosen()).get().matches(c -> c.name().equals("file"));
    channels.add(channel(), properties("late", 0, 3));
    channels.add(channel(), properties("early", 0, 2));
    assertThat(channels.chosen()).get().matches(c -> c.name().equals("early"));
    NotificationChannel best = channel();
    channels.add(best, properties("best", 5, 4));
    assertThat(channels.chosen()).get().matches(c -> c.service() == best);
    channels.add(best, properties("best", -5, 4));
    assertThat(channels.chosen()).get().matches(c -> c.name().equals("early"));
  }

  @Test
  void theNamedOneIsChosenAndNoOther() {
    Channels channels = new Channels("sms");
    NotificationChannel sms = channel();
    channels.add(channel(), properties("file", 100, 1));
    assertThat(channels.chosen()).isEmpty();
    assertThat(channels.absence()).isEqualTo("no notification channel sms is there");
    channels.add(sms, properties("sms", 0, 2));
    assertThat(channels.chosen()).get().matches(c -> c.service() == sms);
    channels.remove(sms);
    assertThat(channels.chosen()).isEmpty();
  }

  @Test
  void aChannelMaySayLittleAboutItself() {
    Channels channels = new Channels("");
    channels.add(message -> Delivery.ACCEPTED, Map.of());
    assertThat(channels.chosen())
        .get()
        .matches(c -> c.name().equals("unnamed"))
        .matches(c -> !c.repeatable());
    channels = new Channels("");
    channels.add(message -> Delivery.ACCEPTED, Map.of(NotificationChannel.IDEMPOTENT, "true"));
    assertThat(channels.chosen()).get().matches(Channels.Channel::repeatable);
  }
}
