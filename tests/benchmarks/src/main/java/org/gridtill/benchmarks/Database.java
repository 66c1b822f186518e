package org.gridtill.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** An embedded database with the platform's own tables, used by plain JDBC. */
final class Database {

  /** One billion yuan, in fen. */
  private static final long CREDIT_LIMIT = 100_000_000_000L;

  /** What Derby says when it has shut a database down. */
  private static final String SHUT_DOWN = "08006";

  private Database() {}

  /** Makes an empty database. */
  static DataSource create(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    EmbeddedDataSource dataSource = new EmbeddedDataSource();
    dataSource.setDatabaseName(folder.toString());
    dataSource.setCreateDatabase("create");
    return dataSource;
  }

  /** Makes the database, with agencies that nobody has paid at. */
  static void create(Path folder, int agencies) throws Exception {
    try (Connection connection = create(folder).getConnection()) {
      makeTables(connection);
    }
    try (Connection connection = connect(folder)) {
      for (int i = 1; i <= agencies; i++) {
        String code = String.format("A%03d", i);
        change(
            connection,
            "INSERT INTO gt_holder (holder, agency_code, collector_code, parent, name, state,"
                + " reason, credit_limit, net_position, reserved, changes, alerted, contact,"
                + " language) VALUES (?, ?, '', '', ?, 'ACTIVE', '', ?, 0, 0, 0, 0, '', 'zh')",
            code,
            code,
            code,
            CREDIT_LIMIT);
        change(connection, "INSERT INTO gt_receipt_counter VALUES (?, 1)", code);
      }
      connection.commit();
    }
  }

  /** Makes the platform's tables in an empty database. */
  static void makeTables(Connection connection) throws Exception {
    // It tells each step; here that goes to its log, which is not shown.
    Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> update(connection));
  }

  private static void update(Connection connection) throws LiquibaseException {
    try (Liquibase liquibase =
        new Liquibase(
            "db/changelog/master.xml",
            new ClassLoaderResourceAccessor(),
            new JdbcConnection(connection))) {
      liquibase.setShowSummary(UpdateSummaryEnum.OFF);
      liquibase.update("");
    }
  }

  /** Connects; nothing is committed by itself. */
  static Connection connect(Path folder) throws SQLException {
    Connection connection = DriverManager.getConnection(url(folder));
    connection.setAutoCommit(false);
    return connection;
  }

  /** Lets a database go, so that another process can have it. */
  static void shutDown(Path folder) throws SQLException {
    try {
      DriverManager.getConnection(url(folder) + ";shutdown=true").close();
    } catch (SQLException e) {
      if (!SHUT_DOWN.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  /**
   * Changes one row. Derby keeps prepared statements by their text, so that preparing again is
   * cheap.
   *
   * @throws SQLException if that fails, or it was not one row
   */
  static void change(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new SQLException("not one row: " + sql);
      }
    }
  }

  /** Reads a number; 0 for NULL. */
  static long number(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static String url(Path folder) {
    return "jdbc:derby:" + folder;
  }
}
