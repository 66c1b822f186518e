package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  private final Post post = new Post();
  private final TestChannel sms = TestChannel.sms();

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void theAgencysContactIsToldInItsLanguage() {
    Node node = post.node(sms);
    post.reversed(41);

    node.send();

    assertThat(sms.got)
        .containsExactly(
            new NotificationMessage(
                "REVERSED/41",
                "13800000000",
                "Transaction 41 of agency A001 was reversed: consumer 0100000001, 12.34 yuan."));
    OutboxMessage message = post.message("REVERSED/41");
    assertThat(message.state()).isEqualTo(State.DELIVERED);
    assertThat(message.settledAt()).isEqualTo(post.clock.now);
    assertThat(message.nextAttemptAt()).isNull();
    assertThat(message.attempts()).isEqualTo(1);
  }

  @Test
  void thatItIsBeingSentIsWrittenBeforeTheChannelIsCalled() {
    Node node = post.node(sms);
    State[] seen = new State[1];
    sms.answer =
        message -> {
          seen[0] = post.state(message.eventKey());
          return Delivery.ACCEPTED;
        };
    post.reversed(1);

    node.send();

    assertThat(seen).containsExactly(State.SENDING);
  }

  @Test
  void whoHasNoContactIsNotTold() {
    Node node = post.node(sms);
    post.agencies.put("A001", new Contact("", "zh"));
    post.reversed(1);
    node.work();
    post.agencies.remove("A001");
    post.reversed(2);
    post.booksWrong();
    node.work();

    assertThat(post.message("REVERSED/1").words())
        .isEqualTo("nobody to tell: agency A001 has no contact");
    assertThat(post.message("BOOKS_WRONG/1").words())
        .isEqualTo("nobody to tell: no contact of operations is configured");
    assertThat(post.outbox.list(false, 10))
        .hasSize(3)
        .allMatch(message -> message.state() == State.REJECTED);
    assertThat(sms.got).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgainLaterAndLater() {
    Node node = post.node(sms);
    sms.answer = message -> Delivery.TRY_LATER;
    post.reversed(1);

    for (int seconds : new int[] {10, 20, 40, 80, 120, 120}) {
      node.send();
      OutboxMessage message = post.message("REVERSED/1");
      assertThat(message.state()).isEqualTo(State.WAITING);
      assertThat(message.nextAttemptAt()).isEqualTo(post.clock.now.plusSeconds(seconds));
      assertThat(message.words()).isEqualTo("channel sms cannot take it now");
      post.clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
      node.work();
      assertThat(node.isIdle()).as("not before its time").isTrue();
      post.clock.advance(Duration.ofMillis(1));
    }
    sms.answer = message -> Delivery.ACCEPTED;
    node.send();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
    assertThat(post.message("REVERSED/1").words()).isEmpty();
    assertThat(post.message("REVERSED/1").attempts()).isEqualTo(7);
  }

  @Test
  void aChannelThatThrowsIsTriedAgain() {
    Node node = post.node(sms);
    for (Throwable bug :
        new Throwable[] {new IllegalStateException("bug"), new NoClassDefFoundError("gone")}) {
      sms.answer = message -> sneak(bug);
      post.reversed(1);
      node.send();
      post.clock.advance(Duration.ofMinutes(2));
    }

    assertThat(post.state("REVERSED/1")).isEqualTo(State.WAITING);
    assertThat(post.message("REVERSED/1").words())
        .isEqualTo("channel sms failed: java.lang.NoClassDefFoundError: gone");
    sms.answer = message -> null;
    node.send();
    assertThat(post.message("REVERSED/1").words()).isEqualTo("channel sms gave no result");
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> Delivery sneak(Throwable bug) throws E {
    throw (E) bug;
  }

  @Test
  void whatTheChannelRejectsIsOver() {
    Node node = post.node(sms);
    sms.answer = message -> Delivery.REJECTED;
    post.reversed(1);

    node.send();
    post.clock.advance(Duration.ofHours(3));
    node.work();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.REJECTED);
    assertThat(post.message("REVERSED/1").words()).isEqualTo("channel sms rejects it");
    assertThat(sms.got).hasSize(1);
  }

  @Test
  void aMessageExpiresOnTimeAndNotBefore() {
    Node node = post.node(sms);
    sms.answer = message -> Delivery.TRY_LATER;
    post.booksWrong();
    post.reversed(1);
    post.clock.advance(Duration.ofHours(24).minusSeconds(1));
    post.operations.clear();
    node.send();
    assertThat(post.message("REVERSED/1").nextAttemptAt()).isEqualTo(post.clock.now.plusSeconds(1));

    post.clock.advance(Duration.ofSeconds(1));
    node.work();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.EXPIRED);
    assertThat(post.message("REVERSED/1").words()).isEqualTo("channel sms cannot take it now");
    assertThat(sms.got).hasSize(1);
  }

  @Test
  void withoutAChannelAMessageWaitsAndGoesWhenOneComes() {
    Node node = post.bareNode();
    post.reversed(1);
    node.work();
    assertThat(post.state("REVERSED/1")).isEqualTo(State.WAITING);
    assertThat(post.message("REVERSED/1").words()).isEqualTo("no notification channel is there");
    assertThat(post.message("REVERSED/1").attempts()).isZero();

    int number = node.gate.arrive(sms, sms.properties());
    node.dispatcher.hasten();
    node.conclude();
    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);

    node.gate.leave(number);
    post.reversed(2);
    node.work();
    assertThat(post.state("REVERSED/2")).isEqualTo(State.WAITING);
    assertThat(sms.got).hasSize(1);
    TestChannel next = TestChannel.sms();
    node.gate.arrive(next, next.properties());
    post.clock.advance(Duration.ofSeconds(10));
    node.send();
    assertThat(next.got).hasSize(1);
  }

  @Test
  void withoutAChannelForTooLongItExpires() {
    Node node = post.bareNode();
    post.reversed(1);
    node.work();
    post.clock.advance(Duration.ofHours(24));
    node.work();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.EXPIRED);
  }

  @Test
  void moreThanOneCallAtATimeAndNoMoreThanThatManyAreMade() throws Exception {
    Node node = post.node(sms);
    Gate gate = new Gate();
    sms.answer = gate::pass;
    for (int i = 1; i <= 6; i++) {
      post.reversed(i);
    }

    node.work();
    gate.awaitWaiting(4);
    node.work();
    assertThat(sms.got).hasSize(4);

    gate.open();
    for (int i = 1; i <= 6; i++) {
      node.conclude();
    }
    assertThat(post.outbox.list(false, 10)).allMatch(m -> m.state() == State.DELIVERED);
    assertThat(sms.got).hasSize(6);
  }

  @Test
  void aMessageThatThisVersionDoesNotKnowKeepsNobodyWaiting() throws Exception {
    Node node = post.node(sms);
    post.reversed(1);
    try (var connection = post.database.connect();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE gt_notification SET kind = 'OF_TOMORROW'");
    }
    post.reversed(2);

    node.work();
    node.conclude();

    assertThat(sms.got).extracting(NotificationMessage::eventKey).containsExactly("REVERSED/2");
    post.clock.advance(Duration.ofHours(24));
    node.work();
    assertThat(post.outbox.list(true, 10)).as("nobody could read it").isEmpty();
  }
}
