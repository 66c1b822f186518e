package org.gridtill.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Remits the money of past transactions, as the platform would have: each batch that {@link Past}
 * names has arrived at the bank, by a payment of its own.
 */
final class PastMoney {

  private static final String WHO = "'benchmark'";

  private static final List<String> STATEMENTS =
      List.of(
          "INSERT INTO gt_fund_batch (batch, agency_code, collector_code, state, first_day,"
              + " last_day, transactions, collected, due, deposited, arrived, closed_at,"
              + " closed_by, settled_at)"
              + " SELECT fund_batch, agency_code, '', 'ARRIVED', MIN(accounting_date),"
              + " MAX(accounting_date), COUNT(*), SUM(amount), SUM(amount), SUM(amount),"
              + " SUM(amount), MAX(settled_at), "
              + WHO
              + ", MAX(settled_at) FROM gt_transaction WHERE fund_batch <> 0"
              + " GROUP BY fund_batch, agency_code",
          "INSERT INTO gt_fund_part (batch, holder, transactions, amount)"
              + " SELECT batch, agency_code, transactions, collected FROM gt_fund_batch",
          "INSERT INTO gt_bank_movement (movement, bank_reference, value_date, amount, payer,"
              + " payment_text, batch, agency_code, imported_at, imported_by)"
              + " SELECT batch, 'past ' || TRIM(CAST(batch AS CHAR(20))), last_day, arrived,"
              + " agency_code, '', batch, agency_code, settled_at, "
              + WHO
              + " FROM gt_fund_batch",
          "INSERT INTO gt_journal_entry (serial_no, kind, accounting_date, posted_at)"
              + " SELECT movement, 'BANK', value_date, imported_at FROM gt_bank_movement",
          "INSERT INTO gt_posting (serial_no, kind, line_no, account, amount)"
              + " SELECT movement, 'BANK', 1, 'bank', amount FROM gt_bank_movement",
          "INSERT INTO gt_posting (serial_no, kind, line_no, account, amount)"
              + " SELECT movement, 'BANK', 2, 'agency/' || agency_code, -amount"
              + " FROM gt_bank_movement",
          "UPDATE gt_fund_counter SET"
              + " last_batch = (SELECT MAX(batch) FROM gt_fund_batch),"
              + " last_movement = (SELECT MAX(movement) FROM gt_bank_movement)");

  private PastMoney() {}

  /** Does so, after all other rows are there. */
  static void remit(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.executeUpdate(sql);
      }
    }
  }
}
