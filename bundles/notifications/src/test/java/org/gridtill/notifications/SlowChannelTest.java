package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels that take their time, or never come back. */
class SlowChannelTest {

  private final Post post = new Post();
  private final TestChannel sms = TestChannel.sms();
  private final Gate gate = new Gate();

  @AfterEach
  void close() {
    gate.open();
    post.close();
  }

  @Test
  void aCallThatTakesTooLongIsInterruptedAndItsOutcomeUnknown() throws Exception {
    Node node = post.node(sms);
    sms.answer = gate::pass;
    post.reversed(1);

    node.work();
    gate.awaitWaiting(1);
    node.gate.ring();
    node.conclude();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.UNKNOWN);
    assertThat(post.message("REVERSED/1").words()).contains("sms", "gave no answer within 100 ms");
    post.clock.advance(Duration.ofHours(1));
    node.work();
    assertThat(sms.got).hasSize(1);
  }

  @Test
  void aChannelThatKnowsItAgainIsAskedAgain() throws Exception {
    TestChannel file = new TestChannel("file", true);
    Node node = post.node(file);
    file.answer = gate::pass;
    post.reversed(1);
    node.work();
    gate.awaitWaiting(1);
    node.gate.ring();
    node.conclude();
    assertThat(post.state("REVERSED/1")).isEqualTo(State.WAITING);
    file.answer = message -> Delivery.ACCEPTED;
    post.clock.advance(Duration.ofSeconds(10));

    node.send();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
  }

  @Test
  void whatTheChannelSaysLateIsBelievedIfItIsCertain() throws Exception {
    Node node = post.node(sms);
    sms.answer = gate::passStubbornly;
    post.reversed(1);
    node.work();
    gate.awaitWaiting(1);
    node.gate.ring();
    node.conclude();
    assertThat(post.state("REVERSED/1")).isEqualTo(State.UNKNOWN);

    gate.open();
    node.conclude();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
  }

  @Test
  void callsThatNeverComeBackKeepTheOthersFromNothing() throws Exception {
    Node node = post.node(sms);
    sms.answer = gate::passStubbornly;
    for (int i = 1; i <= 4; i++) {
      post.reversed(i);
    }
    node.work();
    gate.awaitWaiting(4);
    sms.answer = message -> Delivery.ACCEPTED;
    for (int i = 5; i <= 40; i++) {
      post.reversed(i);
    }
    node.work();
    assertThat(sms.got).hasSize(4);

    node.gate.ring();
    for (int i = 1; i <= 40; i++) {
      node.conclude();
    }

    assertThat(post.outbox.list(false, 100))
        .extracting(OutboxMessage::state)
        .containsOnly(State.UNKNOWN, State.DELIVERED)
        .filteredOn(state -> state == State.UNKNOWN)
        .hasSize(4);
  }

  @Test
  void ofCallsThatNeverComeBackThereAreOnlySoMany() throws Exception {
    Node node = post.node(sms);
    sms.answer = gate::passStubbornly;
    int most = ChannelCalls.SPARE + 4;
    for (int i = 1; i <= most + 10; i++) {
      post.reversed(i);
    }
    node.work();
    for (int round = 0; round < most / 4; round++) {
      gate.awaitWaiting(4);
      node.gate.ring();
      // At once, the circuit would open before.
      node.gate.pass(Duration.ofSeconds(11));
      for (int i = 0; i < 4; i++) {
        node.conclude();
      }
    }
    for (int i = 1; i <= 10; i++) {
      node.conclude();
    }

    assertThat(sms.got).hasSize(most);
    assertThat(post.outbox.list(false, 100))
        .filteredOn(message -> message.state() == State.WAITING)
        .hasSize(10)
        .allMatch(message -> message.words().contains("too many calls"));

    // The next version does not pay for what is lost in the one before.
    TestChannel next = TestChannel.sms();
    node.gate.arrive(next, next.properties());
    post.clock.advance(Duration.ofHours(1));
    for (int i = 1; i <= 10; i++) {
      node.send();
    }
    assertThat(next.got).hasSize(10);
    // And what comes back after all is believed.
    gate.open();
    for (int i = 1; i <= most; i++) {
      node.conclude();
    }
    assertThat(post.outbox.list(false, 100)).allMatch(m -> m.state() == State.DELIVERED);
  }

  @Test
  void whatIsNotSentSinceNothingCanBeExpiresAllTheSame() throws Exception {
    Node node = post.node(sms);
    sms.answer = gate::passStubbornly;
    for (int i = 1; i <= 5; i++) {
      post.reversed(i);
    }
    node.work();
    gate.awaitWaiting(4);
    post.clock.advance(Duration.ofHours(24));
    node.work();

    assertThat(post.outbox.list(false, 10))
        .extracting(OutboxMessage::state)
        .containsExactlyInAnyOrder(
            State.EXPIRED, State.UNKNOWN, State.UNKNOWN, State.UNKNOWN, State.UNKNOWN);
  }

  @Test
  void anInterruptStaysWithTheCallItIsMeantFor() throws Exception {
    Node node = post.node(sms);
    sms.answer =
        message -> {
          if (Thread.currentThread().isInterrupted()) {
            return Delivery.REJECTED;
          }
          return message.eventKey().endsWith("/1") ? gate.pass(message) : Delivery.ACCEPTED;
        };
    post.reversed(1);
    node.work();
    gate.awaitWaiting(1);
    node.gate.ring();
    node.conclude();
    for (int i = 2; i <= 20; i++) {
      post.reversed(i);
      node.send();
      assertThat(post.state("REVERSED/" + i)).isEqualTo(State.DELIVERED);
    }
  }

  @Test
  void aStopGivesUpWhatTakesTooLong() throws Exception {
    Node node = post.node(sms);
    sms.answer =
        message -> message.eventKey().endsWith("/1") ? gate.pass(message) : Delivery.ACCEPTED;
    post.reversed(1);
    post.reversed(2);
    node.work();
    gate.awaitWaiting(1);
    node.conclude();

    node.calls.close();
    node.conclude();

    assertThat(post.state("REVERSED/2")).isEqualTo(State.DELIVERED);
    assertThat(post.message("REVERSED/1").words())
        .isEqualTo("the platform stopped while it was being sent");
    assertThat(post.state("REVERSED/1")).isEqualTo(State.UNKNOWN);
    post.reversed(3);
    node.work();
    assertThat(post.state("REVERSED/3")).isEqualTo(State.WAITING);
  }

  @Test
  void aChannelThatIsReplacedGetsTimeToEndAndTheNextOneGetsTheRest() throws Exception {
    Node node = post.bareNode();
    int old = node.gate.arrive(sms, sms.properties());
    sms.answer = gate::pass;
    post.reversed(1);
    node.work();
    gate.awaitWaiting(1);

    // It does not end in its time, so that nobody knows whether it has the message.
    node.gate.leave(old);
    node.conclude();
    TestChannel next = TestChannel.sms();
    node.gate.arrive(next, next.properties());
    post.reversed(2);
    node.send();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.UNKNOWN);
    assertThat(post.message("REVERSED/1").words()).contains("was removed");
    assertThat(post.state("REVERSED/2")).isEqualTo(State.DELIVERED);
    assertThat(next.got).hasSize(1);
  }

  @Test
  void anotherChannelThatHasTakenTheirPlaceGetsNothing() {
    Node node = post.node(sms);
    post.reversed(1);
    TestChannel file = new TestChannel("file", true);
    node.gate.arrive(file, file.properties());

    node.calls.begin(
        new Channels.Channel("sms", false),
        new NotificationMessage("k", "13800000000", "text"),
        outcome -> assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED));
    node.send();

    assertThat(file.got).extracting(NotificationMessage::eventKey).doesNotContain("k");
  }
}
