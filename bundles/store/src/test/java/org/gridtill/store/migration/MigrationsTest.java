package org.gridtill.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.gridtill.store.testing.TestServer;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  private static final String INSERT =
      "INSERT INTO gt_transaction (serial_no, terminal_code, batch_no, trace_no, agency_code,"
          + " channel, state, amount, accounting_date, received_at, reversal_wanted, attempts)"
          + " VALUES (7, 'T1', '000001', '000001', 'A001', 'pos', 'COMPLETED', 1234,"
          + " '2026-11-23', 0, 0, 0)";

  private final Migrations migrations = new Migrations();

  @Test
  void keepsTheDataOfThePreviousVersion() throws Exception {
    DataSource dataSource = TestServer.chosen().empty();
    try (Connection connection = dataSource.getConnection()) {
      rollForwardTo(connection, "transactions-1");
      assertThat(indexExists(connection)).isFalse();
      execute(connection, INSERT);
      connection.commit();
    }

    migrations.prepare(dataSource);

    try (Connection connection = dataSource.getConnection()) {
      assertThat(indexExists(connection)).isTrue();
      assertThat(number(connection, "SELECT amount FROM gt_transaction WHERE serial_no = 7"))
          .isEqualTo(1234);
    }
  }

  @Test
  void doesNothingToAnUpToDateDatabase() throws Exception {
    DataSource dataSource = TestServer.chosen().empty();
    migrations.prepare(dataSource);
    long before;
    try (Connection connection = dataSource.getConnection()) {
      execute(connection, INSERT);
      before = number(connection, "SELECT COUNT(*) FROM databasechangelog");
    }

    migrations.prepare(dataSource);

    try (Connection connection = dataSource.getConnection()) {
      assertThat(number(connection, "SELECT COUNT(*) FROM databasechangelog")).isEqualTo(before);
      assertThat(number(connection, "SELECT COUNT(*) FROM gt_transaction")).isEqualTo(1);
    }
  }

  @Test
  void goesOnAfterAProcessWasKilledInTheMiddle() throws Exception {
    assumeTrue(TestServer.isDerby(), "on a shared database it may be another node's lock");
    DataSource dataSource = TestServer.chosen().empty();
    try (Connection connection = dataSource.getConnection()) {
      rollForwardTo(connection, "accounts-1");
      execute(
          connection,
          "UPDATE databasechangeloglock SET locked = true, lockedby = 'killed',"
              + " lockgranted = CURRENT_TIMESTAMP");
      connection.commit();
    }

    migrations.prepare(dataSource);

    try (Connection connection = dataSource.getConnection()) {
      assertThat(indexExists(connection)).isTrue();
    }
  }

  /** Runs the change sets in their order up to and including the one of that name. */
  private static void rollForwardTo(Connection connection, String changeSet) throws Exception {
    Liquibase liquibase =
        new Liquibase(
            "db/changelog/master.xml",
            new ClassLoaderResourceAccessor(),
            DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
    int count = 0;
    for (var unrun : liquibase.listUnrunChangeSets(null, null)) {
      count++;
      if (unrun.getId().equals(changeSet)) {
        liquibase.update(count, "");
        return;
      }
    }
    throw new IllegalStateException("no change set " + changeSet);
  }

  private static boolean indexExists(Connection connection) throws SQLException {
    boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
    String table = upper ? "GT_TRANSACTION" : "gt_transaction";
    try (ResultSet indexes =
        connection.getMetaData().getIndexInfo(null, null, table, false, false)) {
      while (indexes.next()) {
        if ("gt_transaction_latest_ix".equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
          return true;
        }
      }
      return false;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }
}
