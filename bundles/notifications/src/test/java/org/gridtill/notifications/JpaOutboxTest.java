package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaOutboxTest {

  private final Post post = new Post();

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void aMessageWaitsWithWhatItTells() {
    post.reversed(7);

    OutboxMessage message = post.message("REVERSED/7");
    assertThat(message.notice())
        .isEqualTo(
            new Notice(
                "REVERSED/7",
                NoticeKind.REVERSED,
                "A001",
                List.of("A001", "7", "0100000001", "12.34")));
    assertThat(message.state()).isEqualTo(State.WAITING);
    assertThat(message.createdAt()).isEqualTo(post.clock.now);
    assertThat(message.nextAttemptAt()).isEqualTo(post.clock.now);
    assertThat(message.settledAt()).isNull();
    assertThat(message.words()).isEmpty();
  }

  @Test
  void aMessageIsAsDurableAsWhatItTells() {
    assertThatThrownBy(
            () ->
                post.database
                    .jpa()
                    .tx(
                        TransactionType.Required,
                        em -> {
                          post.reversed(1);
                          throw new IllegalStateException("on purpose");
                        }))
        .hasMessage("on purpose");
    post.database.failNextCommit();
    assertThatThrownBy(() -> post.reversed(2)).hasMessage("the database is away");

    assertThat(post.outbox.list(false, 10)).isEmpty();
  }

  @Test
  void aKeyIsAddedOnceAndTheCallersWorkStays() {
    post.reversed(1);
    post.clock.advance(Duration.ofHours(1));

    post.database
        .jpa()
        .tx(
            TransactionType.Required,
            em -> {
              post.reversed(1);
              post.reversed(2);
              post.reversed(2);
            });

    assertThat(post.outbox.list(false, 10))
        .extracting(message -> message.notice().eventKey())
        .containsExactly("REVERSED/2", "REVERSED/1");
    assertThat(post.message("REVERSED/1").createdAt())
        .isEqualTo(post.clock.now.minus(Duration.ofHours(1)));
  }

  @Test
  void aKeyThatWasDeliveredIsNotAddedAgain() {
    TestChannel sms = TestChannel.sms();
    Node node = post.node(sms);
    post.reversed(1);
    node.send();

    post.reversed(1);
    node.work();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
    assertThat(sms.got).hasSize(1);
  }

  @Test
  void nothingThatAValueHoldsBreaksTheCaller() {
    String bad = "\u0000line\nbreak\ttab \uD83D " + "\uD83D\uDE00".repeat(60);

    post.outbox.add(
        new Notice("k", NoticeKind.SUSPENDED, "agency".repeat(20), List.of(bad, "it's {0}")));

    Notice kept = post.message("k").notice();
    assertThat(kept.values().get(0))
        .startsWith(" line break tab   \uD83D\uDE00")
        .endsWith("\u2026");
    assertThat(kept.values().get(0).length()).isBetween(99, 100);
    assertThat(kept.values().get(1)).isEqualTo("it's {0}");
    assertThat(kept.audience()).hasSize(64);
  }

  @Test
  void valuesAreKeptApartAlsoIfTheyAreEmpty() {
    post.outbox.add(new Notice("k", NoticeKind.CREDIT_LEVEL, "A001", List.of("", "|", "\\", "")));

    assertThat(post.message("k").notice().values()).containsExactly("", "|", "\\", "");
  }

  @Test
  void troubleIsWhatSomebodyMustLookAt() {
    TestChannel sms = TestChannel.sms();
    Node node = post.node(sms);
    post.reversed(1);
    node.send();
    sms.answer = message -> Delivery.REJECTED;
    post.clock.advance(Duration.ofSeconds(1));
    post.reversed(2);
    node.send();
    sms.answer = message -> Delivery.TRY_LATER;
    post.clock.advance(Duration.ofSeconds(1));
    post.reversed(3);
    node.send();
    post.clock.advance(Duration.ofSeconds(1));
    post.reversed(4);

    assertThat(trouble()).containsExactly("REVERSED/3", "REVERSED/2");
    post.clock.advance(Duration.ofMinutes(5));
    assertThat(trouble())
        .as("the fourth is due, and nobody cares")
        .containsExactly("REVERSED/4", "REVERSED/3", "REVERSED/2");
    assertThat(post.outbox.list(true, 2)).hasSize(2);
    assertThat(post.outbox.list(false, 3)).hasSize(3);
  }

  private List<String> trouble() {
    return post.outbox.list(true, 10).stream().map(m -> m.notice().eventKey()).toList();
  }

  @Test
  void whatIsNotOverIsNotRetried() {
    Node node = post.node(TestChannel.sms());
    post.reversed(1);
    assertRefused("REVERSED/1", "message REVERSED/1 is waiting to be sent anyway");
    node.work();
    assertRefused("REVERSED/1", "message REVERSED/1 is being sent");
    node.conclude();
    assertRefused("REVERSED/1", "message REVERSED/1 is delivered");
    assertRefused("REVERSED/2", "no message REVERSED/2");
  }

  private void assertRefused(String key, String words) {
    assertThatThrownBy(() -> post.outbox.retry(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  @Test
  void aRetryGivesItAllTheTimeAgain() {
    TestChannel sms = TestChannel.sms();
    Node node = post.node(sms);
    sms.answer = message -> Delivery.REJECTED;
    post.reversed(1);
    node.send();
    post.clock.advance(Duration.ofDays(3));

    post.outbox.retry("REVERSED/1");
    assertThat(post.message("REVERSED/1").words()).isEmpty();
    assertThat(post.message("REVERSED/1").settledAt()).isNull();
    sms.answer = message -> Delivery.ACCEPTED;
    node.send();

    assertThat(post.message("REVERSED/1").attempts()).isEqualTo(2);
    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
  }
}
