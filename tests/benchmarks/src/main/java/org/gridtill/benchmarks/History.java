package org.gridtill.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;

/** Fills an empty database with past transactions. */
final class History {

  /** Entries before postings, which refer to them. */
  private static final List<String> TABLES =
      List.of(
          "gt_transaction",
          "gt_transaction_step",
          "gt_meter_sale",
          "gt_receipt",
          "gt_journal_entry",
          "gt_posting");

  private final Options options;
  private final LocalDate today;

  History(Options options, LocalDate today) {
    this.options = options;
    this.today = today;
  }

  /** Makes a database with so many past transactions, and returns what is in its books. */
  Books make(Path folder, int size) throws Exception {
    Database.create(folder, options.agencies());
    try (Connection connection = Database.connect(folder)) {
      for (String table : TABLES) {
        fill(connection, table, size);
        connection.commit();
      }
      PastMoney.remit(connection);
      Books books =
          new Books(
              Database.number(connection, "SELECT COUNT(*) FROM gt_journal_entry"),
              Database.number(
                  connection, "SELECT SUM(amount) FROM gt_posting WHERE account LIKE 'agency/%'"));
      connection.commit();
      return books;
    } finally {
      Database.shutDown(folder);
    }
  }

  /** Into an empty table from such a function, Derby inserts in bulk: it builds each index once. */
  private void fill(Connection connection, String table, int size) throws SQLException {
    String columns = PastRows.COLUMNS.get(table);
    String names = columns.replaceAll(" [A-Z]+(\\([0-9]+\\))?", "");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE FUNCTION past(name VARCHAR(32), size INT, terminals INT, agencies INT, today DATE)"
              + " RETURNS TABLE ("
              + columns
              + ") LANGUAGE JAVA PARAMETER STYLE DERBY_JDBC_RESULT_SET NO SQL"
              + " EXTERNAL NAME 'org.gridtill.benchmarks.PastRows.of'");
      String insert =
          "INSERT INTO %s (%s) SELECT * FROM TABLE(past(?, ?, ?, ?, ?)) p".formatted(table, names);
      try (PreparedStatement rows = connection.prepareStatement(insert)) {
        rows.setString(1, table);
        rows.setInt(2, size);
        rows.setInt(3, options.terminals());
        rows.setInt(4, options.agencies());
        rows.setDate(5, Date.valueOf(today));
        rows.executeUpdate();
      }
      statement.execute("DROP FUNCTION past");
    }
  }
}
