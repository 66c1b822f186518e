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
  private static final String CARD_WRITE = "x".repeat(500);
  private static final long PATIENCE_MILLIS = 30_000;

  private final Connection connection;
  private final FloorBooks books;
  private final String agency;
  private final LocalDate day;

  FloorRows(Path folder, String agency, LocalDate day) throws SQLException {
    connection = Database.connect(folder);
    books = new FloorBooks(connection, agency, day);
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
    books.reserve(fen);
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
    books.sale(kind, serial, fen);
    String receiptNo = books.receipt(serial);
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
    books.shift(-fen, -fen);
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
    books.reversal(reversal, serial, fen);
    change(
        "UPDATE gt_transaction SET state = 'REVERSED', settled_at = ?, next_attempt_at = NULL,"
            + " steps = 4 WHERE serial_no = ?",
        System.currentTimeMillis(),
        serial);
    books.shift(0, fen);
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
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
