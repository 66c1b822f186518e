package org.gridtill.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * The rows of a payment, written into the platform's tables by plain JDBC in the platform's two
 * commits. One for each thread.
 */
final class JdbcFloor implements AutoCloseable {

  private static final String RECEIPT = "x".repeat(300);

  private final Connection connection;
  private final String agency;
  private final LocalDate day;

  JdbcFloor(Path folder, String agency, LocalDate day) throws SQLException {
    connection = DriverManager.getConnection(url(folder));
    connection.setAutoCommit(false);
    this.agency = agency;
    this.day = day;
  }

  /** Makes the database with the platform's own tables. */
  static void create(Path folder, int agencies) throws SQLException, LiquibaseException {
    try (Connection connection = DriverManager.getConnection(url(folder) + ";create=true")) {
      try (Liquibase liquibase =
          new Liquibase(
              "db/changelog/master.xml",
              new ClassLoaderResourceAccessor(),
              new JdbcConnection(connection))) {
        liquibase.update("");
      }
    }
    try (Connection connection = DriverManager.getConnection(url(folder))) {
      for (int i = 1; i <= agencies; i++) {
        String code = String.format("A%03d", i);
        run(
            connection,
            "INSERT INTO gt_credit_line VALUES (?, ?, ?, 0, 0)",
            code,
            code,
            100_000_000_000L);
        run(connection, "INSERT INTO gt_receipt_counter VALUES (?, 1)", code);
      }
    }
  }

  /** What is committed before the billing system is called. */
  void authorise(long serial, String consumer, long fen) throws SQLException {
    long now = System.currentTimeMillis();
    run(
        connection,
        "INSERT INTO gt_transaction (serial_no, terminal_code, batch_no, trace_no, agency_code,"
            + " channel, state, consumer_no, amount, accounting_date, received_at,"
            + " reversal_wanted, attempts, next_attempt_at)"
            + " VALUES (?, ?, '000001', ?, ?, 'pos', 'AUTHORISED', ?, ?, ?, ?, 0, 0, ?)",
        serial,
        String.format("F%07d", serial / 1_000_000),
        String.format("%06d", serial % 1_000_000),
        agency,
        consumer,
        fen,
        Date.valueOf(day),
        now,
        now + 30_000);
    run(
        connection,
        "UPDATE gt_credit_line SET reserved = reserved + ?"
            + " WHERE agency_code = ? AND credit_limit - used - reserved >= ?",
        fen,
        agency,
        fen);
    connection.commit();
  }

  /** What is committed after it has answered. */
  void complete(long serial, long fen) throws SQLException {
    long now = System.currentTimeMillis();
    run(
        connection,
        "UPDATE gt_receipt_counter SET next_no = next_no + 1 WHERE agency_code = ?",
        agency);
    String receiptNo = String.format("%s-%010d", agency, nextReceipt() - 1);
    run(
        connection,
        "UPDATE gt_transaction SET state = 'COMPLETED', completed_at = ?, settled_at = ?,"
            + " billing_serial = ?, consumer_name = 'Zhang Jing', receipt_no = ?,"
            + " next_attempt_at = NULL WHERE serial_no = ?",
        now,
        now,
        "SG" + serial,
        receiptNo,
        serial);
    run(
        connection,
        "INSERT INTO gt_receipt (serial_no, receipt_no, issued_at, voided, receipt_text)"
            + " VALUES (?, ?, ?, 0, ?)",
        serial,
        receiptNo,
        now,
        RECEIPT);
    run(
        connection,
        "INSERT INTO gt_journal_entry (serial_no, accounting_date, posted_at) VALUES (?, ?, ?)",
        serial,
        Date.valueOf(day),
        now);
    post(serial, 1, "agency:" + agency, fen);
    post(serial, 2, "utility:energy", 1 - fen);
    post(serial, 3, "utility:penalty", -1);
    run(
        connection,
        "UPDATE gt_credit_line SET reserved = reserved - ?, used = used + ?"
            + " WHERE agency_code = ? AND reserved >= ?",
        fen,
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

  private void post(long serial, int line, String account, long fen) throws SQLException {
    run(connection, "INSERT INTO gt_posting VALUES (?, ?, ?, ?)", serial, line, account, fen);
  }

  private long nextReceipt() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT next_no FROM gt_receipt_counter WHERE agency_code = ?")) {
      statement.setString(1, agency);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Derby keeps prepared statements by their text, so that preparing again is cheap. */
  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new SQLException("not one row: " + sql);
      }
    }
  }

  private static String url(Path folder) {
    return "jdbc:derby:" + folder;
  }
}
