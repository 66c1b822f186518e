package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.api.adapter.notification.NotificationMessage;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody is told twice, whatever dies; and who cannot be, is not left out for it. */
class AtMostOnceTest {

  private final Post post = new Post();
  private final TestChannel sms = TestChannel.sms();
  private final TestChannel file = new TestChannel("file", true);

  @AfterEach
  void close() {
    post.close();
  }

  private void dieWhileSending(TestChannel channel) throws InterruptedException {
    Gate gate = new Gate();
    channel.answer = gate::pass;
    post.node(channel).work();
    gate.awaitWaiting(1);
    channel.answer = message -> Delivery.ACCEPTED;
  }

  @Test
  void whatADeadProcessWasSendingIsUnknownAndNotSentAgain() throws Exception {
    post.reversed(1);
    dieWhileSending(sms);
    Node next = post.node(sms);

    post.clock.advance(Post.SILENCE.minusMillis(1));
    next.work();
    assertThat(post.state("REVERSED/1")).isEqualTo(State.SENDING);
    assertThat(post.message("REVERSED/1").nextAttemptAt()).isNull();
    post.clock.advance(Duration.ofMillis(1));
    next.work();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.UNKNOWN);
    assertThat(post.message("REVERSED/1").words())
        .isEqualTo("the platform stopped while it was being sent by channel sms");
    post.clock.advance(Duration.ofDays(2));
    next.work();
    assertThat(sms.got).hasSize(1);

    post.outbox.retry("REVERSED/1");
    next.send();
    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
    assertThat(sms.got).as("because somebody wanted it").hasSize(2);
  }

  @Test
  void aChannelThatKnowsItAgainGetsItAgain() throws Exception {
    post.reversed(1);
    dieWhileSending(file);
    Node next = post.node(file);
    post.clock.advance(Post.SILENCE);
    next.work();
    assertThat(post.state("REVERSED/1")).isEqualTo(State.WAITING);
    post.clock.advance(Duration.ofSeconds(10));
    next.send();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
    assertThat(file.got).extracting(NotificationMessage::eventKey).containsOnly("REVERSED/1");
    assertThat(file.got).hasSize(2);
  }

  @Test
  void anotherChannelDoesNotGetWhatOneMayHave() throws Exception {
    post.reversed(1);
    dieWhileSending(file);
    Node next = post.node(new TestChannel("mail", true));
    post.clock.advance(Post.SILENCE);
    next.work();
    post.clock.advance(Duration.ofSeconds(10));
    next.work();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.UNKNOWN);
    assertThat(post.message("REVERSED/1").words())
        .isEqualTo("channel file may have sent it, and cannot be asked");
  }

  @Test
  void aDoubtThatLastsTooLongIsNotCalledExpired() throws Exception {
    post.reversed(1);
    dieWhileSending(file);
    Node next = post.bareNode();
    post.clock.advance(Post.SILENCE);
    next.work();
    post.clock.advance(Duration.ofHours(24));
    next.work();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.UNKNOWN);
  }

  @Test
  void anOutcomeThatCannotBeWrittenIsKept() {
    Node node = post.node(sms);
    post.reversed(1);
    node.work();
    post.database.failNextCommit();
    node.conclude();
    assertThat(post.state("REVERSED/1")).isEqualTo(State.SENDING);

    node.work();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
  }

  @Test
  void aClaimThatIsNotCommittedCallsNobody() {
    Node node = post.node(sms);
    post.reversed(1);
    post.database.failNextCommit();
    assertThatThrownBy(node::work).hasMessage("the database is away");
    node.send();

    assertThat(sms.got).hasSize(1);
    assertThat(post.message("REVERSED/1").attempts()).isEqualTo(1);
  }

  @Test
  void aLateOutcomeMendsWhatAnotherNodeCalledUnknown() {
    Node slow = post.node(sms);
    post.reversed(1);
    slow.work();
    post.clock.advance(Post.SILENCE);
    post.node(sms).work();
    assertThat(post.state("REVERSED/1")).isEqualTo(State.UNKNOWN);

    slow.conclude();

    assertThat(post.state("REVERSED/1")).isEqualTo(State.DELIVERED);
    assertThat(post.message("REVERSED/1").words()).isEmpty();
    assertThat(sms.got).hasSize(1);
  }

  @Test
  void ofSeveralInOperationsEachIsToldOnce() {
    post.operations.addAll(
        List.of(new Contact("1", "zh"), new Contact("2", "en"), new Contact("3", "en")));
    Node node = post.node(sms);
    List<String> trouble = new ArrayList<>(List.of("2"));
    sms.answer =
        message -> trouble.contains(message.recipient()) ? Delivery.TRY_LATER : Delivery.ACCEPTED;
    post.booksWrong();
    for (int i = 0; i < 5; i++) {
      node.send();
      post.clock.advance(Duration.ofMinutes(2));
    }
    assertThat(post.state("BOOKS_WRONG/1")).isEqualTo(State.WAITING);
    trouble.clear();
    node.send();

    assertThat(post.state("BOOKS_WRONG/1")).isEqualTo(State.DELIVERED);
    assertThat(sms.got).extracting(NotificationMessage::recipient).containsOnlyOnce("1", "3");
    assertThat(sms.got)
        .filteredOn(message -> message.recipient().equals("1"))
        .singleElement()
        .satisfies(message -> assertThat(message.eventKey()).isEqualTo("BOOKS_WRONG/1/1"))
        .satisfies(message -> assertThat(message.text()).startsWith("账务检查“trial balance”"));
  }

  @Test
  void aDeathOverOneOfThemKeepsItFromNobodyElse() throws Exception {
    post.operations.addAll(List.of(new Contact("1", "en"), new Contact("2", "en")));
    post.booksWrong();
    dieWhileSending(sms);
    Node next = post.node(sms);
    post.clock.advance(Post.SILENCE);
    next.work();
    next.send();

    assertThat(sms.got).extracting(NotificationMessage::recipient).containsExactly("1", "2");
    assertThat(post.state("BOOKS_WRONG/1")).isEqualTo(State.UNKNOWN);
    assertThat(post.message("BOOKS_WRONG/1").words()).isEqualTo("UNKNOWN for 1");
    post.outbox.retry("BOOKS_WRONG/1");
    next.send();
    assertThat(sms.got).extracting(NotificationMessage::recipient).containsExactly("1", "2", "1");
    assertThat(post.state("BOOKS_WRONG/1")).isEqualTo(State.DELIVERED);
  }

  @Test
  void ofTwoDispatchersAtOnceOneSendsEach() throws Exception {
    int messages = 150;
    for (int i = 0; i < messages; i++) {
      post.reversed(i);
    }
    ConcurrentHashMap<String, AtomicInteger> told = new ConcurrentHashMap<>();
    sms.answer =
        message -> {
          told.computeIfAbsent(message.eventKey(), key -> new AtomicInteger()).incrementAndGet();
          return Delivery.ACCEPTED;
        };
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> rounds = new ArrayList<>();
      for (Node node : List.of(post.node(sms), post.node(sms))) {
        rounds.add(
            threads.submit(
                () -> {
                  together.await(10, TimeUnit.SECONDS);
                  while (told.size() < messages) {
                    node.work();
                    while (!node.isIdle()) {
                      node.conclude();
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> round : rounds) {
        round.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(told).hasSize(messages);
    assertThat(told.values()).allMatch(count -> count.get() == 1);
  }
}
