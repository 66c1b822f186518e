package org.gridtill.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.accounts.Books.TODAY;
import static org.gridtill.accounts.Books.YESTERDAY;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Periods.Period;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.store.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosingRaceTest {

  private static final int POSTERS = 6;
  private static final int ENOUGH = 30;

  private final Books books = new Books();
  private final ExecutorService pool = Executors.newFixedThreadPool(POSTERS + 2);

  @AfterEach
  void close() {
    pool.shutdownNow();
    books.close();
  }

  @Test
  void waitsForAnEntryThatIsOnItsWay() throws Exception {
    CountDownLatch posted = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<?> poster =
        pool.submit(
            () ->
                books
                    .database
                    .jpa()
                    .tx(
                        TransactionType.Required,
                        em -> {
                          books.post(1, YESTERDAY, 100);
                          posted.countDown();
                          await(go);
                        }));
    await(posted);
    Future<Period> closer = pool.submit(() -> books.periods.close(YESTERDAY, "anna"));

    awaitThatSomebodyWaits();
    go.countDown();
    poster.get(60, TimeUnit.SECONDS);

    assertThat(closer.get(60, TimeUnit.SECONDS).entries()).isEqualTo(1);
    assertThat(books.dayOf(1)).isEqualTo(YESTERDAY);
  }

  /** As the database tells; without a lock nobody ever would. */
  private void awaitThatSomebodyWaits() {
    String waiting =
        TestServer.isDerby()
            ? "SELECT COUNT(*) FROM SYSCS_DIAG.LOCK_TABLE WHERE STATE = 'WAIT'"
            : "SELECT COUNT(*) FROM pg_locks WHERE NOT granted";
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (books.number(waiting) == 0) {
      assertThat(System.nanoTime()).as("waiting for the entry").isLessThan(deadline);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nothingGetsIntoAClosedDayWhoeverPosts() throws Exception {
    AtomicLong number = new AtomicLong();
    AtomicBoolean closed = new AtomicBoolean();
    CountDownLatch before = new CountDownLatch(ENOUGH);
    CountDownLatch after = new CountDownLatch(ENOUGH);
    Callable<Void> poster =
        () -> {
          while (after.getCount() > 0) {
            long n = number.incrementAndGet();
            books.post(n, n % 3 == 0 ? TODAY : YESTERDAY, n);
            (closed.get() ? after : before).countDown();
          }
          return null;
        };
    List<Future<Void>> posters =
        IntStream.range(0, POSTERS).mapToObj(i -> pool.submit(poster)).toList();
    await(before);

    Period period = books.periods.close(YESTERDAY, "anna");
    closed.set(true);
    for (Future<Void> each : posters) {
      each.get(60, TimeUnit.SECONDS);
    }

    TrialBalance day = books.journal.trialBalance(YESTERDAY, YESTERDAY);
    assertThat(day.entries()).isEqualTo(period.entries()).isGreaterThanOrEqualTo(ENOUGH / 2);
    assertThat(day.rows().get(0).debits()).isEqualTo(period.turnover());
    long posted = number.get();
    assertThat(books.journal.trialBalance().entries()).as("all of them").isEqualTo(posted);
    assertThat(books.journal.balance("agency/A001"))
        .isEqualTo(Money.ofFen(posted * (posted + 1) / 2));
    assertThat(books.audit.run().clean()).isTrue();
  }

  @Test
  void oneOfSeveralClosesTheDay() throws Exception {
    books.post(1, YESTERDAY, 100);
    Map<String, Period> done = new ConcurrentHashMap<>();
    CountDownLatch start = new CountDownLatch(1);
    List<Callable<Void>> closers =
        Stream.of("anna", "bert", "carl", "dora")
            .map(
                person ->
                    (Callable<Void>)
                        () -> {
                          await(start);
                          try {
                            done.put(person, books.periods.close(YESTERDAY, person));
                          } catch (IllegalStateException | IllegalArgumentException e) {
                            assertThat(e)
                                .hasMessageMatching(
                                    "2026-11-22 (is closed|was not closed: somebody else .*)");
                          }
                          return null;
                        })
            .toList();
    List<Future<Void>> futures = closers.stream().map(pool::submit).toList();
    start.countDown();
    for (Future<Void> future : futures) {
      future.get(60, TimeUnit.SECONDS);
    }

    assertThat(done).hasSize(1);
    assertThat(books.periods.list(10)).containsExactlyElementsOf(done.values());
    assertThat(books.number("SELECT COUNT(*) FROM gt_period_mark WHERE closing_through IS NULL"))
        .as("no mark is left")
        .isEqualTo(1);
  }
}
