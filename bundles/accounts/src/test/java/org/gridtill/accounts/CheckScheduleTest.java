package org.gridtill.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.accounts.Books.TODAY;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.platform.accounts.BookChecks.Report;
import org.gridtill.api.platform.accounts.BookChecks.Result;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckScheduleTest {

  private static final String JOURNAL =
      "every journal entry balances, and closed periods stay as they were";

  private final Books books = new Books();
  private final AtomicInteger runs = new AtomicInteger();
  private final CheckSchedule node = books.node();

  CheckScheduleTest() {
    say(List.of());
  }

  private void say(List<String> findings) {
    books.said.findings =
        () -> {
          runs.incrementAndGet();
          return findings;
        };
  }

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void checksOnceADayAndKeepsTheReport() {
    assertThat(books.audit.latest()).isEmpty();
    node.look();
    books.clock.advance(Duration.ofHours(2));
    node.look();
    books.node().look();

    assertThat(runs).hasValue(1);
    assertThat(books.audit.latest())
        .contains(
            new Report(
                books.clock.now().minus(Duration.ofHours(2)),
                List.of(
                    new Result(JOURNAL, List.of()), new Result("what the test says", List.of()))));
    assertThat(books.told.notices).isEmpty();
    books.clock.advance(Duration.ofDays(1));
    node.look();
    assertThat(runs).as("on the next day").hasValue(2);
    assertThat(books.audit.latest().orElseThrow().at()).isEqualTo(books.clock.now());
  }

  @Test
  void leavesTimeForWhatIsUnderWayAtTheCutOver() {
    books.clock.set("2026-11-24T00:29:59Z");
    node.look();
    assertThat(runs).hasValue(0);
    books.clock.set("2026-11-24T00:30:00Z");
    node.look();
    assertThat(runs).hasValue(1);
  }

  @Test
  void refusesAnotherDelay() {
    for (int minutes : new int[] {-1, 1201}) {
      assertThatThrownBy(
              () ->
                  new CheckSchedule(
                      books.database.jpa(),
                      books.clock,
                      books.audit,
                      books.told,
                      new Books.Settings(minutes)))
          .hasMessageStartingWith("org.gridtill.accounts: checkDelayMinutes is from 0 to 1200");
    }
  }

  @Test
  void tellsOperationsWhatIsWrong() {
    books.post(1, TODAY, 20);
    books.corrupt("UPDATE gt_posting SET amount = 21 WHERE amount = 20");
    say(List.of("A001 has lost 1.00 " + "x".repeat(2000)));

    node.look();

    assertThat(books.told.notices)
        .containsExactly(
            new Notice(
                ("BOOKS_WRONG/2026-11-23/" + JOURNAL).substring(0, 80),
                NoticeKind.BOOKS_WRONG,
                Notice.OPERATIONS,
                List.of(JOURNAL, "the entry SALE 1 has 2 lines and is off by 0.01 (and 1 more)")),
            new Notice(
                "BOOKS_WRONG/2026-11-23/what the test says",
                NoticeKind.BOOKS_WRONG,
                Notice.OPERATIONS,
                List.of("what the test says", ("A001 has lost 1.00 " + "x".repeat(81)))));
    Report report = books.audit.latest().orElseThrow();
    assertThat(report.clean()).isFalse();
    assertThat(report.results().get(0).findings()).hasSize(2);
    assertThat(report.results().get(1).findings().get(0)).hasSize(1000);
  }

  @Test
  void aCheckThatFailsIsNoPass() {
    books.said.findings =
        () -> {
          throw new IllegalStateException("the database is away");
        };
    node.look();

    assertThat(books.audit.latest().orElseThrow().clean()).isFalse();
    assertThat(books.told.notices)
        .extracting(notice -> notice.values().get(1))
        .containsExactly(
            "the check 'what the test says' has failed: java.lang.IllegalStateException: the"
                + " database is away");
  }

  @Test
  void aReportAndItsNoticeAreOneCommit() {
    say(List.of("A001 has lost 1.00"));
    books.told.failure = new IllegalStateException("no outbox");
    assertThatThrownBy(node::look).hasMessage("no outbox");
    assertThat(books.audit.latest()).isEmpty();
    books.told.failure = null;
    node.look();
    assertThat(runs).as("somebody may be at it").hasValue(1);

    books.clock.advance(Duration.ofMinutes(61));
    node.look();

    assertThat(runs).as("nobody is").hasValue(2);
    assertThat(books.audit.latest()).isPresent();
    assertThat(books.told.notices).hasSize(1);
  }

  @Test
  void whoIsOvertakenKeepsNothing() {
    books.said.findings =
        () -> {
          say(List.of());
          books.clock.advance(Duration.ofMinutes(61));
          books.node().look();
          return List.of("found by the slow one");
        };
    node.look();

    assertThat(books.audit.latest().orElseThrow().clean()).isTrue();
    assertThat(books.told.notices).isEmpty();
  }

  @Test
  void oneNodeChecksWhoeverComesAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      Callable<Void> look =
          () -> {
            books.node().look();
            return null;
          };
      for (Future<Void> future : pool.invokeAll(Collections.nCopies(12, look))) {
        future.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(runs).hasValue(1);
  }
}
