package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.credit.CreditCheck;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The checks of the books, on books that the engine keeps. */
class TransactionCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final int TRADERS = 2;
  private static final int TRADES = 50;
  private static final int LOOKS = 2;

  private final EngineFixture f = new EngineFixture(Money.parse("1000000.00"));
  private final TransactionCheck check = new TransactionCheck(f.database.jpa(), f.journal);
  private final CreditCheck credit =
      new CreditCheck(f.database.jpa(), f.journal, new CollectedMoneyTable(f.database.jpa()));

  @AfterEach
  void close() {
    f.close();
  }

  /** One of each: completed, reversed, declined. */
  private void trade() {
    f.pay(1, 1234);
    f.pay(2, 200);
    f.reverse(2, 200);
    f.billing.declinePayments(DeclineReason.UNKNOWN_CONSUMER);
    f.pay(3, 300);
    f.billing.declinePayments(null);
    f.pay(4, 4000);
    assertThat(check.findings()).isEmpty();
    assertThat(credit.findings()).isEmpty();
  }

  private TransactionRecord record(int trace) {
    return f.engine.latest(EngineFixture.TERMINAL, 10).stream()
        .filter(r -> r.origin().traceNo().equals(String.format("%06d", trace)))
        .findFirst()
        .orElseThrow();
  }

  private void corrupt(String sql, Object... arguments) {
    try (Connection connection = f.database.connect();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(String.format(sql, arguments))).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void findsACompletedTransactionWithoutItsEntry() {
    trade();
    long serial = record(4).serialNo().number();
    corrupt("DELETE FROM gt_posting WHERE serial_no = %d", serial);
    corrupt("DELETE FROM gt_journal_entry WHERE serial_no = %d", serial);

    assertThat(check.findings())
        .containsExactly("the entry SALE " + serial + " should be one of 40.00, and is absent");
    assertThat(credit.findings()).hasSize(1).first().asString().contains("by the journal 12.34");
  }

  @Test
  void findsAnEntryOfATransactionThatWasNotCompleted() {
    trade();
    long serial = record(1).serialNo().number();
    corrupt("UPDATE gt_transaction SET state = 'DECLINED' WHERE serial_no = %d", serial);

    assertThat(check.findings())
        .containsExactly("the entry SALE " + serial + " should be absent, and is one of 12.34");
  }

  @Test
  void findsAnotherAmount() {
    trade();
    long serial = record(1).serialNo().number();
    corrupt("UPDATE gt_transaction SET amount = 1235 WHERE serial_no = %d", serial);

    assertThat(check.findings())
        .containsExactly(
            "the entry SALE " + serial + " should be one of 12.35, and is one of 12.34");
  }

  @Test
  void findsAReversalThatIsNotInTheJournal() {
    trade();
    TransactionRecord reversed = record(2);
    assertThat(reversed.state()).isEqualTo(TransactionState.REVERSED);
    long reversal = reversed.reversalSerial().number();
    corrupt("DELETE FROM gt_posting WHERE kind = 'REVERSAL'");
    corrupt("DELETE FROM gt_journal_entry WHERE kind = 'REVERSAL'");
    assertThat(check.findings())
        .containsExactly(
            "the entry REVERSAL " + reversal + " should be one of 2.00, and is absent");

    corrupt(
        "UPDATE gt_transaction SET state = 'COMPLETED' WHERE serial_no = %d",
        reversed.serialNo().number());
    assertThat(check.findings()).as("neither is wrong now").isEmpty();
    assertThat(credit.findings()).as("but the money is").isNotEmpty();
  }

  @Test
  void stopsWhenNothingNewIsToBeLearned() {
    for (int trace = 1; trace <= 25; trace++) {
      f.pay(trace, 100);
    }
    corrupt("UPDATE gt_transaction SET amount = amount + 1");
    assertThat(check.findings()).hasSize(20);
  }

  @Test
  void creditSeesAReservationThatHasNoTransaction() {
    f.billing.next(Fault.LOSE_CALL);
    f.pay(1, 1234);
    assertThat(credit.findings()).isEmpty();
    corrupt("UPDATE gt_transaction SET state = 'DECLINED', next_attempt_at = NULL");
    assertThat(credit.findings())
        .containsExactly("A001 without those below has 12.34 reserved, and 0.00 is under way");
  }

  @Test
  void namesWhatOfADayIsNotSettled() {
    trade();
    assertThat(check.open(TODAY)).isEmpty();
    f.billing.next(Fault.LOSE_CALL, Fault.LOSE_CALL);
    f.pay(5, 100);
    SerialNo first = record(5).serialNo();
    assertThat(check.open(TODAY)).containsExactly("transaction " + first + " is not settled");
    f.pay(6, 100);
    assertThat(check.open(TODAY))
        .containsExactly("2 transactions are not settled, the first of them " + first);
    assertThat(check.open(TODAY.minusDays(1))).as("of another day").isEmpty();
    assertThat(check.open(TODAY.plusDays(1))).as("of a day before").hasSize(1);

    f.billing.arriveLate();
    f.resolveAll();
    f.resolveAll();

    assertThat(check.open(TODAY.plusDays(1))).isEmpty();
    assertThat(check.findings()).isEmpty();
  }

  @Test
  void countsAReversalThatIsUnderWay() {
    f.pay(1, 100);
    f.billing.next(Fault.LOSE_CALL);
    f.reverse(1, 100);
    assertThat(f.state()).isEqualTo(TransactionState.REVERSING);
    assertThat(check.open(TODAY)).hasSize(1);
    assertThat(check.findings()).isEmpty();
  }

  @Test
  void aDayClosedInTheMeantimeIsTheNextOnesInTheJournal() {
    f.billing.utility().bookOn(TODAY);
    f.clock.advance(Duration.ofDays(1));
    corrupt("UPDATE gt_period_mark SET closed_through = '%s'", TODAY);

    Reply.Paid paid = (Reply.Paid) f.pay(1, 1234);

    assertThat(paid.payment().accountingDate()).isEqualTo(TODAY);
    assertThat(f.entry(EntryKind.SALE, f.serial()).orElseThrow().accountingDate())
        .isEqualTo(TODAY.plusDays(1));
    assertThat(check.findings()).isEmpty();
    f.assertSound();
  }

  @Test
  void findsNothingWhileThePlatformTrades() throws Exception {
    AtomicInteger trace = new AtomicInteger();
    AtomicBoolean end = new AtomicBoolean();
    CountDownLatch trading = new CountDownLatch(TRADES);
    ExecutorService pool = Executors.newFixedThreadPool(TRADERS);
    List<Future<?>> traders = new ArrayList<>();
    try {
      for (int i = 0; i < TRADERS; i++) {
        traders.add(
            pool.submit(
                () -> {
                  while (!end.get()) {
                    int number = trace.incrementAndGet();
                    f.pay(number, 100 + number % 7);
                    if (number % 5 == 0) {
                      f.reverse(number, 100 + number % 7);
                    }
                    trading.countDown();
                  }
                }));
      }
      assertThat(trading.await(60, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < LOOKS; i++) {
        assertThat(check.findings()).isEmpty();
        // One agency that never pauses cannot be judged; it must not be called wrong either.
        assertThat(credit.findings()).filteredOn(w -> !w.contains("not judged")).isEmpty();
      }
      assertThat(trace.get()).as("traded all the time").isGreaterThan(TRADES + LOOKS);
    } finally {
      end.set(true);
      pool.shutdown();
    }
    for (Future<?> trader : traders) {
      trader.get();
    }
    assertThat(check.findings()).isEmpty();
    assertThat(credit.findings()).isEmpty();
  }
}
