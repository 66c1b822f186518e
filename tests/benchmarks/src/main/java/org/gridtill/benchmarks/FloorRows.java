package org.gridtill.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The rows of a transaction, written into the platform's tables by plain JDBC in the platform's
 * commits. For use by one thread.
 */
final class FloorRows implements AutoCloseable {

  private static final String CONTENT = "0123456789abcdef".repeat(4);
  private static final String RECEIPT = "x".repeat(300);
  private static final String CARD_WRITE = "x".repeat(500);
  private static final long PATIENCE_MILLIS = 30_000;

  private final Connection connection;
  private final String agency;
  private final LocalDate day;

  FloorRows(Path folder, String agency, LocalDate day) throws SQLException {
    connection = Database.connect(folder);
    this.agency = agency;
    this.day = day;
  }

  /** What is committed before the billing system is called. */
  void authorise(Kind kind, long serial, String consumer, long fen) throws SQLException {
    long now = System.currentTimeMillis();
    change(
        "INSERT INTO gt_transaction (serial_no, terminal_code, batch_no, trace_no, agency_code,"
            + " channel, state, consumer_no, amount, accounting_date, received_at,"
            + " reversal_wanted, attempts, next_attempt_at, kind, content, steps)"
            + " VALUES (?, ?, '000001', ?, ?, 'pos', 'AUTHORISED', ?, ?, ?, ?, 0, 0, ?, ?, ?, 1)",
        serial,
        String.format("F%07d", serial / 1_000_000),
        String.format("%06d", serial % 1_000_000),
        agency,
        consumer,
        fen,
        Date.valueOf(day),
        now,
        now + PATIENCE_MILLIS,
        kind.name(),
        CONTENT);
    if (kind != Kind.BILL_PAYMENT) {
      change(
          "INSERT INTO gt_meter_sale (serial_no, consumer_no, card_state, meter_state)"
              + " VALUES (?, ?, 'NONE', 'NONE')",
          serial,
          consumer);
    }
    step(serial, 1, "money", "", kind.name(), "AUTHORISED");
    change(
        "UPDATE gt_credit_line SET reserved = reserved + ?"
            + " WHERE agency_code = ? AND credit_limit - used - reserved >= ?",
        fen,
        agency,
        fen);
    connection.commit();
  }

  /** What is committed after it has answered. */
  void complete(Kind kind, long serial, long fen) throws SQLException {
    long now = System.currentTimeMillis();
    step(serial, 2, "money", "AUTHORISED", "ORDER_CONFIRMED", "COMPLETED");
    int steps = 2;
    if (kind == Kind.CARD_RECHARGE) {
      change(
          "UPDATE gt_meter_sale SET meter_no = '200000000001', purchase_count = 2, card_write = ?,"
              + " writing_serial = ?, card_state = 'TO_WRITE', meter_state = 'WAITING'"
              + " WHERE serial_no = ?",
          CARD_WRITE,
          serial,
          serial);
      step(serial, 3, "card", "NONE", "CARD_GIVEN", "TO_WRITE");
      step(serial, 4, "meter", "NONE", "CREDIT_SOLD", "WAITING");
      steps = 4;
    }
    if (kind == Kind.REMOTE_RECHARGE) {
      change("UPDATE gt_meter_sale SET meter_state = 'TAKEN' WHERE serial_no = ?", serial);
      step(serial, 3, "meter", "NONE", "CREDIT_TAKEN", "TAKEN");
      steps = 3;
    }
    enter(serial, null);
    post(serial, 1, "agency/" + agency, fen);
    if (kind == Kind.BILL_PAYMENT) {
      post(serial, 2, "utility/energy", 1 - fen);
      post(serial, 3, "utility/penalty", -1);
    } else {
      post(serial, 2, "utility/meter-credit", -fen);
    }
    change("UPDATE gt_receipt_counter SET next_no = next_no + 1 WHERE agency_code = ?", agency);
    long number =
        Database.number(
            connection, "SELECT next_no FROM gt_receipt_counter WHERE agency_code = ?", agency);
    String receiptNo = String.format("%s-%010d", agency, number - 1);
    change(
        "INSERT INTO gt_receipt (serial_no, receipt_no, issued_at, voided, receipt_text)"
            + " VALUES (?, ?, ?, 0, ?)",
        serial,
        receiptNo,
        now,
        RECEIPT);
    change(
        "UPDATE gt_transaction SET state = 'COMPLETED', completed_at = ?, settled_at = ?,"
            + " billing_serial = ?, consumer_name = 'Zhang Jing', receipt_no = ?,"
            + " next_attempt_at = NULL, steps = ? WHERE serial_no = ?",
        now,
        now,
        "SG" + serial,
        receiptNo,
        steps,
        serial);
    change(
        "UPDATE gt_credit_line SET reserved = reserved - ?, used = used + ?"
            + " WHERE agency_code = ? AND reserved >= ?",
        fen,
        fen,
        agency,
        fen);
    connection.commit();
  }

  /** What is committed when the terminal reports its card. */
  void reportCard(long serial) throws SQLException {
    change(
        "UPDATE gt_meter_sale SET card_state = 'WRITTEN', untold_outcome = 'WRITTEN'"
            + " WHERE serial_no = ?",
        serial);
    step(serial, 5, "card", "TO_WRITE", "CARD_WRITTEN", "WRITTEN");
    change(
        "UPDATE gt_transaction SET next_attempt_at = ?, steps = 5 WHERE serial_no = ?",
        System.currentTimeMillis(),
        serial);
    connection.commit();
  }

  /** What is committed before the billing system is told or asked to reverse. */
  void claim(long serial) throws SQLException {
    change(
        "UPDATE gt_transaction SET attempts = attempts + 1, next_attempt_at = ?"
            + " WHERE serial_no = ?",
        System.currentTimeMillis() + PATIENCE_MILLIS,
        serial);
    connection.commit();
  }

  /** What is committed when the billing system knows what became of a card. */
  void told(long serial) throws SQLException {
    change("UPDATE gt_meter_sale SET untold_outcome = NULL WHERE serial_no = ?", serial);
    change("UPDATE gt_transaction SET next_attempt_at = NULL WHERE serial_no = ?", serial);
    connection.commit();
  }

  /** What is committed when the card comes back with the meter's evidence. */
  void taken(long serial) throws SQLException {
    change("UPDATE gt_meter_sale SET meter_state = 'TAKEN' WHERE serial_no = ?", serial);
    step(serial, 6, "meter", "WAITING", "CREDIT_TAKEN", "TAKEN");
    change("UPDATE gt_transaction SET steps = 6 WHERE serial_no = ?", serial);
    connection.commit();
  }

  /** What is committed before the billing system is asked to reverse a payment. */
  void startReversal(long serial, long reversal) throws SQLException {
    step(serial, 3, "money", "COMPLETED", "REVERSAL_REQUESTED", "REVERSING");
    change(
        "UPDATE gt_transaction SET state = 'REVERSING', reversal_serial = ?, reversal_wanted = 1,"
            + " settled_at = NULL, next_attempt_at = ?, steps = 3 WHERE serial_no = ?",
        reversal,
        System.currentTimeMillis(),
        serial);
    connection.commit();
  }

  /** What is committed after it has answered. */
  void completeReversal(long serial, long reversal, long fen) throws SQLException {
    step(serial, 4, "money", "REVERSING", "REVERSAL_CONFIRMED", "REVERSED");
    change("UPDATE gt_receipt SET voided = 1 WHERE serial_no = ? AND voided = 0", serial);
    enter(reversal, serial);
    post(reversal, 1, "agency/" + agency, -fen);
    post(reversal, 2, "utility/energy", fen - 1);
    post(reversal, 3, "utility/penalty", 1);
    change(
        "UPDATE gt_transaction SET state = 'REVERSED', settled_at = ?, next_attempt_at = NULL,"
            + " steps = 4 WHERE serial_no = ?",
        System.currentTimeMillis(),
        serial);
    change(
        "UPDATE gt_credit_line SET used = used - ? WHERE agency_code = ? AND used >= ?",
        fen,
        agency,
        fen);
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }

  private void enter(long serial, Long mirrors) throws SQLException {
    if (mirrors == null) {
      change(
          "INSERT INTO gt_journal_entry (serial_no, accounting_date, posted_at) VALUES (?, ?, ?)",
          serial,
          Date.valueOf(day),
          System.currentTimeMillis());
    } else {
      change(
          "INSERT INTO gt_journal_entry (serial_no, mirrors, accounting_date, posted_at)"
              + " VALUES (?, ?, ?, ?)",
          serial,
          mirrors,
          Date.valueOf(day),
          System.currentTimeMillis());
    }
  }

  private void post(long serial, int line, String account, long fen) throws SQLException {
    change("INSERT INTO gt_posting VALUES (?, ?, ?, ?)", serial, line, account, fen);
  }

  private void step(long serial, int number, String fact, String from, String event, String to)
      throws SQLException {
    change(
        "INSERT INTO gt_transaction_step (serial_no, step_no, done_at, fact, from_state, event,"
            + " to_state, words) VALUES (?, ?, ?, ?, ?, ?, ?, '')",
        serial,
        number,
        System.currentTimeMillis(),
        fact,
        from,
        event,
        to);
  }

  private void change(String sql, Object... values) throws SQLException {
    Database.change(connection, sql, values);
  }
}
