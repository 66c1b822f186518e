package org.gridtill.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.store.testing.TestDatabase;
import org.gridtill.tests.postgres.PrivatePostgres;

/**
 * A new database with the platform's tables, for credit and journal without a distribution. A
 * commit waits until it is on the disk, as in production, since that is the time for which others
 * wait for an agency's row; or it does not, to see what the rest costs.
 */
final class CreditDatabase implements AutoCloseable {

  /** What the server of the tests does without. */
  private static final String[] DURABLE = {"fsync", "synchronous_commit", "full_page_writes"};

  private final TestDatabase database;
  private final AutoCloseable server;

  private CreditDatabase(DataSource dataSource, AutoCloseable server) throws Exception {
    this.server = server;
    try (Connection connection = dataSource.getConnection()) {
      Database.makeTables(connection);
    }
    database = new TestDatabase(dataSource);
  }

  /**
   * Makes one.
   *
   * @param product {@code derby} or {@code postgresql}
   * @param sync whether a commit waits for the disk
   * @param work where Derby's files are to be
   */
  static CreditDatabase make(String product, boolean sync, Path work) throws Exception {
    return product.equals(Options.DERBY) ? derby(sync, work) : postgres(sync);
  }

  private static CreditDatabase derby(boolean sync, Path work) throws Exception {
    if (!sync) {
      System.setProperty("derby.system.durability", "test");
    }
    Path folder = work.resolve("credit-" + Instant.now().toEpochMilli());
    return new CreditDatabase(Database.create(folder), () -> Database.shutDown(folder));
  }

  private static CreditDatabase postgres(boolean sync) throws Exception {
    PrivatePostgres server = PrivatePostgres.start();
    try {
      configure(server, sync);
      server.execute("CREATE DATABASE gridtill");
      return new CreditDatabase(server.dataSource("gridtill"), server);
    } catch (SQLException | IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static void configure(PrivatePostgres server, boolean sync) throws SQLException {
    server.execute("ALTER SYSTEM SET autovacuum = on");
    for (String setting : DURABLE) {
      server.execute("ALTER SYSTEM SET " + setting + " = " + (sync ? "on" : "off"));
    }
    server.execute("SELECT pg_reload_conf()");
  }

  JpaTemplate jpa() {
    return database.jpa();
  }

  @Override
  public void close() throws Exception {
    database.close();
    server.close();
  }
}
