package org.gridtill.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.platform.receipts.Receipt;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaReceiptsTest {

  private final TestDatabase database = new TestDatabase();
  private final JpaReceipts receipts = new JpaReceipts(database.jpa(), new StillClock());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void namesTheMeterAndThePurchaseOfARecharge() {
    Receipt.Order bill = order(1, "A001", 1);
    Receipt.Order recharge =
        new Receipt.Order(
            bill.serialNo(),
            TransactionKind.CARD_RECHARGE,
            bill.agencyCode(),
            bill.terminalCode(),
            bill.accountingDate(),
            bill.consumer(),
            "",
            Money.parse("50.00"),
            List.of(),
            "000000004711",
            8);

    assertThat(receipts.issue(recharge).text().lines())
        .contains(
            "METER RECHARGE RECEIPT",
            "Meter               000000004711",
            "Purchase no.                   8",
            "PAID (yuan)                50.00");
  }

  @Test
  void numbersEachAgencyByItselfWithoutAGap() {
    assertThat(receipts.issue(order(1, "A001", 1)).receiptNo()).isEqualTo("A001-0000000001");
    assertThat(receipts.issue(order(2, "A002", 1)).receiptNo()).isEqualTo("A002-0000000001");
    assertThatThrownBy(
            () ->
                database
                    .jpa()
                    .tx(
                        TransactionType.Required,
                        em -> {
                          receipts.issue(order(3, "A001", 1));
                          throw new IllegalStateException("on purpose");
                        }))
        .hasMessage("on purpose");
    assertThat(receipts.issue(order(4, "A001", 1)).receiptNo()).isEqualTo("A001-0000000002");
  }

  /** A failed start of the counter is not caught, so each of them would show. */
  @Test
  void theFirstReceiptsOfAnAgencyAtOnceDoNotCollide() throws Exception {
    int tills = 8;
    ExecutorService threads = Executors.newFixedThreadPool(tills);
    try {
      for (int round = 0; round < 10; round++) {
        String agency = "B" + round;
        int first = 1 + round * tills;
        CyclicBarrier together = new CyclicBarrier(tills);
        List<Callable<String>> work =
            IntStream.range(first, first + tills)
                .<Callable<String>>mapToObj(
                    serial ->
                        () -> {
                          together.await(10, TimeUnit.SECONDS);
                          return receipts.issue(order(serial, agency, 1)).receiptNo();
                        })
                .toList();
        List<String> numbers = new ArrayList<>();
        for (Future<String> number : threads.invokeAll(work)) {
          numbers.add(number.get());
        }
        assertThat(numbers)
            .containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(1, tills).mapToObj(i -> agency + "-000000000" + i).toList());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void printsTheTimeOfTheUtility() {
    assertThat(receipts.issue(order(1, "A001", 1)).text().lines())
        .contains("Time         2026-11-23 16:00:00");
  }

  @Test
  void voidsOnce() {
    receipts.issue(order(1, "A001", 1));
    receipts.voidReceipt(SerialNo.of(1));

    assertThat(receipts.find(SerialNo.of(1)).orElseThrow().voided()).isTrue();
    assertThatThrownBy(() -> receipts.voidReceipt(SerialNo.of(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhatWasPaidInThirtyTwoColumns() {
    String text = receipts.issue(order(1, "A001", 2)).text();

    assertThat(text.lines())
        .contains(
            "Consumer              0100000001",
            "2026-02 energy             10.00",
            "        penalty             1.00",
            "PAID (yuan)                22.00")
        .allMatch(line -> line.length() <= 32);
  }

  @Test
  void sumsUpMonthsThatAPrinterHasNoRoomFor() {
    String text = receipts.issue(order(1, "A001", 40)).text();

    assertThat(text).contains("34 earlier months         374.00").contains("440.00");
    assertThat(text.lines().count()).isLessThan(25);
  }

  private static Receipt.Order order(long serial, String agency, int months) {
    List<Receivable> settled =
        IntStream.rangeClosed(1, months)
            .mapToObj(
                m ->
                    new Receivable(
                        "R" + m,
                        YearMonth.of(2026, 1).plusMonths(m - 1L),
                        Money.parse("10.00"),
                        Money.parse("1.00")))
            .toList();
    return new Receipt.Order(
        SerialNo.of(serial),
        TransactionKind.BILL_PAYMENT,
        agency,
        "T0000001",
        LocalDate.of(2026, 11, 23),
        new ConsumerNo("0100000001"),
        "",
        Money.ofFen(1100L * months),
        settled,
        null,
        null);
  }

  private static final class StillClock implements PlatformClock {

    @Override
    public Instant now() {
      return Instant.parse("2026-11-23T08:00:00Z");
    }

    @Override
    public LocalDate accountingDate(Instant moment) {
      return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public ZoneId zone() {
      return ZoneId.of("Asia/Shanghai");
    }
  }
}
