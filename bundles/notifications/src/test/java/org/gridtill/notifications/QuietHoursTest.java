package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  @ParameterizedTest
  @CsvSource({
    // over midnight
    "21:30, 08:00, 2026-11-23T21:29:59.999, -",
    "21:30, 08:00, 2026-11-23T21:30:00, 2026-11-24T08:00:00",
    "21:30, 08:00, 2026-11-23T23:59:59.999, 2026-11-24T08:00:00",
    "21:30, 08:00, 2026-11-24T00:00:00, 2026-11-24T08:00:00",
    "21:30, 08:00, 2026-11-24T07:59:59.999, 2026-11-24T08:00:00",
    "21:30, 08:00, 2026-11-24T08:00:00, -",
    // within a day
    "12:00, 14:00, 2026-11-23T11:59:59, -",
    "12:00, 14:00, 2026-11-23T12:00:00, 2026-11-23T14:00:00",
    "12:00, 14:00, 2026-11-23T14:00:00, -",
    "00:00, 06:00, 2026-11-23T00:00:00, 2026-11-23T06:00:00",
    "22:00, 00:00, 2026-11-23T23:00:00, 2026-11-24T00:00:00",
    // none
    "08:00, 08:00, 2026-11-23T08:00:00, -",
  })
  void endWhenTheySay(String from, String to, String moment, String end) {
    QuietHours quiet = new QuietHours(LocalTime.parse(from), LocalTime.parse(to), Post.ZONE);
    Optional<Instant> expected = end.equals("-") ? Optional.empty() : Optional.of(instant(end));
    assertThat(quiet.end(instant(moment))).isEqualTo(expected);
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(Post.ZONE).toInstant();
  }

  /** In Berlin at the end of March there is no half past two. */
  @Test
  void endAlsoIfTheirEndIsSkipped() {
    QuietHours quiet =
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));

    assertThat(quiet.end(Instant.parse("2026-03-29T00:59:00Z")))
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void onlyUrgentMessagesAreSentInThem() {
    try (Post post = new Post()) {
      TestChannel sms = TestChannel.sms();
      post.operations.add(new Contact("1", "en"));
      Node node = post.node(sms);
      post.clock.at("2026-11-23T21:30:00");
      post.reversed(1);
      post.booksWrong();

      node.send();

      assertThat(sms.got)
          .extracting(NotificationMessage::eventKey)
          .containsExactly("BOOKS_WRONG/1/1");
      assertThat(post.message("REVERSED/1").nextAttemptAt())
          .isEqualTo(instant("2026-11-24T08:00:00"));
      assertThat(post.message("REVERSED/1").words()).isEmpty();
      assertThat(post.outbox.list(true, 10)).isEmpty();
      post.clock.at("2026-11-24T07:59:59");
      node.work();
      assertThat(sms.got).hasSize(1);
      post.clock.at("2026-11-24T08:00:00");
      node.send();
      assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
    }
  }

  @Test
  void whatFailedBeforeThemWaitsForTheirEnd() {
    try (Post post = new Post()) {
      TestChannel sms = TestChannel.sms();
      Node node = post.node(sms);
      sms.answer = message -> Delivery.TRY_LATER;
      post.clock.at("2026-11-23T21:29:55");
      post.reversed(1);
      node.send();
      post.clock.advance(Duration.ofSeconds(10));
      node.work();

      assertThat(sms.got).hasSize(1);
      assertThat(post.message("REVERSED/1").nextAttemptAt())
          .isEqualTo(instant("2026-11-24T08:00:00"));
    }
  }

  @Test
  void theyDoNotCountAgainstTheTimeAMessageIsWorthTelling() {
    try (Post post = new Post()) {
      TestChannel sms = TestChannel.sms();
      sms.answer = message -> Delivery.TRY_LATER;
      Node node = post.node(sms);
      post.clock.at("2026-11-23T22:00:00");
      post.reversed(1);
      node.work();
      for (String at : List.of("2026-11-24T08:00:00", "2026-11-24T21:29:59")) {
        post.clock.at(at);
        node.send();
      }
      assertThat(post.state("REVERSED/1")).isEqualTo(State.WAITING);

      post.clock.at("2026-11-25T08:00:00");
      node.work();
      assertThat(post.state("REVERSED/1")).isEqualTo(State.EXPIRED);
    }
  }
}
