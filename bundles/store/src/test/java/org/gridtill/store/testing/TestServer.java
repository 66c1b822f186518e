package org.gridtill.store.testing;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.gridtill.store.migration.Migrations;

/**
 * Where the databases of tests come from: Derby, or what the system property {@code
 * gridtill.test.database} says. To run all migrations takes longer than most tests, so they run
 * once in a process, on a database that the others are copied from.
 */
public abstract class TestServer {

  private static final String CHOICE =
      System.getProperty("gridtill.test.database", DerbyServer.NAME);
  private static final TestServer CHOSEN =
      switch (CHOICE) {
        case DerbyServer.NAME -> new DerbyServer();
        case PostgresServer.NAME -> new PostgresServer();
        default -> throw new IllegalArgumentException("no such database: " + CHOICE);
      };

  private boolean migrated;

  /** Returns the one that this process tests on. */
  public static TestServer chosen() {
    return CHOSEN;
  }

  /** Tells whether this process tests on Derby. */
  public static boolean isDerby() {
    return CHOICE.equals(DerbyServer.NAME);
  }

  /** Makes a database without tables. */
  public abstract DataSource empty() throws SQLException;

  /** Makes a database with all tables, and no rows. */
  public final synchronized DataSource migrated() throws SQLException {
    if (!migrated) {
      DataSource original = empty();
      new Migrations().prepare(original);
      makeOriginal(original);
      migrated = true;
    }
    return copy();
  }

  /** Removes a database that was got here; whoever is still connected loses it. */
  public abstract void drop(DataSource dataSource) throws SQLException;

  /** Keeps that database as the one to copy; it is used for nothing else from now on. */
  protected abstract void makeOriginal(DataSource dataSource) throws SQLException;

  /** Makes a copy of the original. */
  protected abstract DataSource copy() throws SQLException;
}
