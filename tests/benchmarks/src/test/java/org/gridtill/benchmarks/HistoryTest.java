package org.gridtill.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  private static final int SIZE = 3_000;
  private static final int AGENCIES = 4;

  @TempDir Path folder;

  @Test
  void leavesSoundBooks() throws Exception {
    Options options =
        Options.parse(new String[] {"--growth", "--terminals", "20", "--agencies", "4"});
    Path database = folder.resolve("db");

    Books books = new History(options, LocalDate.of(2026, 3, 1)).make(database, SIZE);

    try (Connection connection = Database.connect(database)) {
      assertThat(count(connection, "gt_transaction")).isEqualTo(SIZE);
      assertThat(count(connection, "gt_receipt")).isEqualTo(SIZE);
      assertThat(count(connection, "gt_transaction WHERE state = 'REVERSED'")).isPositive();
      assertThat(count(connection, "gt_meter_sale"))
          .isEqualTo(count(connection, "gt_transaction WHERE kind = 'CARD_RECHARGE'"))
          .isPositive();
      assertThat(count(connection, "gt_transaction_step"))
          .isEqualTo(number(connection, "SELECT SUM(steps) FROM gt_transaction"));
      assertThat(books.entries())
          .isEqualTo(
              SIZE
                  + count(connection, "gt_transaction WHERE state = 'REVERSED'")
                  + count(connection, "gt_fund_batch"));
      assertThat(
              count(
                  connection,
                  "gt_journal_entry r JOIN gt_journal_entry s"
                      + " ON s.serial_no = r.mirrors AND s.kind = r.mirrors_kind"
                      + " WHERE r.kind = 'REVERSAL' AND s.kind = 'SALE'"))
          .isEqualTo(count(connection, "gt_transaction WHERE state = 'REVERSED'"));
      assertThat(number(connection, "SELECT SUM(amount) FROM gt_posting")).isZero();
      assertThat(books.agencyFen()).as("what is still to be remitted").isZero();
      assertThat(count(connection, "gt_transaction WHERE state = 'COMPLETED' AND fund_batch = 0"))
          .isZero();
      assertThat(count(connection, "gt_fund_batch")).isEqualTo(101 * AGENCIES);
      assertThat(number(connection, "SELECT SUM(amount) FROM gt_posting WHERE account = 'bank'"))
          .isEqualTo(
              number(
                  connection, "SELECT SUM(amount) FROM gt_transaction WHERE state = 'COMPLETED'"));
      assertThat(number(connection, "SELECT COUNT(DISTINCT terminal_code) FROM gt_transaction"))
          .isEqualTo(20);
      assertThat(number(connection, "SELECT COUNT(DISTINCT accounting_date) FROM gt_transaction"))
          .isEqualTo(101);
      connection.commit();
    } finally {
      Database.shutDown(database);
    }
  }

  private static long count(Connection connection, String table) throws Exception {
    return number(connection, "SELECT COUNT(*) FROM " + table);
  }

  private static long number(Connection connection, String sql) throws Exception {
    return Database.number(connection, sql);
  }
}
