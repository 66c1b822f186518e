package org.gridtill.benchmarks;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What {@link FloorRows} writes about money: journal, receipts and the agency's credit, by the
 * statements of the platform. For use by one thread.
 */
final class FloorBooks {

  private static final String RECEIPT = "x".repeat(300);

  private static final String RESERVE =
      "UPDATE gt_holder SET reserved = reserved + ?, changes = changes + 1"
          + " WHERE holder = ? AND parent = '' AND state = 'ACTIVE'"
          + " AND credit_limit + net_position - reserved - lent >= ?";

  private static final String SHIFT =
      "UPDATE gt_holder SET reserved = reserved + ?, net_position = net_position + ?,"
          + " state = CASE WHEN state = 'CLOSING' AND net_position + ? = 0 AND reserved + ? = 0"
          + " THEN 'CLOSED' ELSE state END, changes = changes + 1"
          + " WHERE holder = ? AND parent = '' AND reserved + ? >= 0";

  private final Connection connection;
  private final String agency;
  private final LocalDate day;

  FloorBooks(Connection connection, String agency, LocalDate day) {
    this.connection = connection;
    this.agency = agency;
    this.day = day;
  }

  /** Enters what was sold. */
  void sale(Kind kind, long serial, long fen) throws SQLException {
    change(
        "INSERT INTO gt_journal_entry (serial_no, kind, accounting_date, posted_at)"
            + " VALUES (?, 'SALE', ?, ?)",
        serial,
        Date.valueOf(day),
        System.currentTimeMillis());
    post(serial, "SALE", 1, "agency/" + agency, fen);
    if (kind == Kind.BILL_PAYMENT) {
      post(serial, "SALE", 2, "utility/energy", 1 - fen);
      post(serial, "SALE", 3, "utility/penalty", -1);
    } else {
      post(serial, "SALE", 2, "utility/meter-credit", -fen);
    }
  }

  /** Enters the mirror image of a bill payment, and voids its receipt. */
  void reversal(long reversal, long serial, long fen) throws SQLException {
    change("UPDATE gt_receipt SET voided = 1 WHERE serial_no = ? AND voided = 0", serial);
    change(
        "INSERT INTO gt_journal_entry"
            + " (serial_no, kind, mirrors, mirrors_kind, accounting_date, posted_at)"
            + " VALUES (?, 'REVERSAL', ?, 'SALE', ?, ?)",
        reversal,
        serial,
        Date.valueOf(day),
        System.currentTimeMillis());
    post(reversal, "REVERSAL", 1, "agency/" + agency, -fen);
    post(reversal, "REVERSAL", 2, "utility/energy", fen - 1);
    post(reversal, "REVERSAL", 3, "utility/penalty", 1);
  }

  private void post(long serial, String kind, int line, String account, long fen)
      throws SQLException {
    change(
        "INSERT INTO gt_posting (serial_no, kind, line_no, account, amount)"
            + " VALUES (?, ?, ?, ?, ?)",
        serial,
        kind,
        line,
        account,
        fen);
  }

  /** Issues a receipt, and returns its number. */
  String receipt(long serial) throws SQLException {
    change("UPDATE gt_receipt_counter SET next_no = next_no + 1 WHERE agency_code = ?", agency);
    long next =
        Database.number(
            connection, "SELECT next_no FROM gt_receipt_counter WHERE agency_code = ?", agency);
    String receiptNo = String.format("%s-%010d", agency, next - 1);
    change(
        "INSERT INTO gt_receipt (serial_no, receipt_no, issued_at, voided, receipt_text)"
            + " VALUES (?, ?, ?, 0, ?)",
        serial,
        receiptNo,
        System.currentTimeMillis(),
        RECEIPT);
    return receiptNo;
  }

  /** Reserves credit; last of all before the commit, as is {@link #shift}. */
  void reserve(long fen) throws SQLException {
    change(RESERVE, fen, agency, fen);
  }

  /** Adds to what is reserved, and to what the agency has of its own. */
  void shift(long reserved, long position) throws SQLException {
    change(SHIFT, reserved, position, position, reserved, agency, reserved);
  }

  private void change(String sql, Object... values) throws SQLException {
    Database.change(connection, sql, values);
  }
}
