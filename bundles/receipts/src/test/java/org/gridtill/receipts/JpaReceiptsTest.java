package org.gridtill.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
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
        agency,
        "T0000001",
        LocalDate.of(2026, 11, 23),
        new ConsumerNo("0100000001"),
        "",
        Money.ofFen(1100L * months),
        settled);
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
  }
}
