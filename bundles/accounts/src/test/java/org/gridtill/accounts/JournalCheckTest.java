package org.gridtill.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.accounts.Books.TODAY;
import static org.gridtill.accounts.Books.YESTERDAY;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalCheckTest {

  private static final String NO_FOREIGN_KEY =
      "ALTER TABLE gt_posting DROP CONSTRAINT gt_posting_entry_fk";

  private final Books books = new Books();
  private final JournalCheck check = new JournalCheck(books.database.jpa(), books.journal);

  @BeforeEach
  void post() {
    books.post(1, YESTERDAY, 100);
    books.post(2, TODAY, 20);
    books.periods.close(YESTERDAY, "anna");
    assertThat(check.findings()).isEmpty();
  }

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void findsAnEntryThatDoesNotBalance() {
    books.corrupt("UPDATE gt_posting SET amount = 21 WHERE amount = 20");

    assertThat(check.findings())
        .containsExactly(
            "the entry SALE 2 has 2 lines and is off by 0.01",
            "the journal does not balance: it is off by 0.01");
  }

  @Test
  void findsWhatOnlyBalancesAsAWhole() {
    books.post(3, TODAY, 20);
    books.corrupt(
        "UPDATE gt_posting SET amount = 21 WHERE serial_no = 2 AND amount = 20",
        "UPDATE gt_posting SET amount = 19 WHERE serial_no = 3 AND amount = 20");

    assertThat(check.findings())
        .containsExactly(
            "the entry SALE 2 has 2 lines and is off by 0.01",
            "the entry SALE 3 has 2 lines and is off by -0.01");
  }

  @Test
  void findsAnEntryThatHasLostLines() {
    books.corrupt("DELETE FROM gt_posting WHERE serial_no = 2");
    assertThat(check.findings()).containsExactly("the entry SALE 2 has no lines");
  }

  @Test
  void findsLinesWithoutAnEntry() {
    books.corrupt(NO_FOREIGN_KEY, "DELETE FROM gt_journal_entry WHERE serial_no = 2");
    assertThat(check.findings()).containsExactly("there are lines of SALE 2, which is no entry");
  }

  @Test
  void findsWhatWasChangedInAClosedPeriod() {
    books.corrupt(
        "UPDATE gt_posting SET amount = 101 WHERE amount = 100",
        "UPDATE gt_posting SET amount = -101 WHERE amount = -100");
    assertThat(check.findings())
        .containsExactly(
            "the period through 2026-11-22 was closed with 1 entries of 1.00, and has 1 of 1.01");
    books.corrupt(
        "UPDATE gt_posting SET amount = 100 WHERE amount = 101",
        "UPDATE gt_posting SET amount = -100 WHERE amount = -101",
        "UPDATE gt_journal_entry SET accounting_date = '2026-11-22' WHERE serial_no = 2");
    assertThat(check.findings())
        .containsExactly(
            "the period through 2026-11-22 was closed with 1 entries of 1.00, and has 2 of 1.20");
  }

  @Test
  void findsNothingWhileOthersPost() throws Exception {
    AtomicLong number = new AtomicLong(10);
    AtomicBoolean end = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> posters =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            while (!end.get()) {
                              books.post(number.incrementAndGet(), TODAY, 7);
                            }
                          }))
              .toList();
      for (int i = 0; i < 6; i++) {
        assertThat(check.findings()).isEmpty();
      }
      end.set(true);
      for (Future<?> poster : posters) {
        poster.get(60, TimeUnit.SECONDS);
      }
    } finally {
      end.set(true);
      pool.shutdown();
    }
  }
}
