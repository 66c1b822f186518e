package org.gridtill.store.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gridtill.tests.postgres.PrivatePostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases of a PostgreSQL server that lives as long as this process. */
final class PostgresServer extends TestServer {

  static final String NAME = "postgresql";

  private final AtomicInteger count = new AtomicInteger();
  private final PrivatePostgres server;
  private String original;

  PostgresServer() {
    try {
      server = PrivatePostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DataSource empty() throws SQLException {
    return database("template0");
  }

  @Override
  protected void makeOriginal(DataSource dataSource) {
    original = ((PGSimpleDataSource) dataSource).getDatabaseName();
  }

  @Override
  protected DataSource copy() throws SQLException {
    return database(original);
  }

  private PGSimpleDataSource database(String template) throws SQLException {
    String name = "gridtill_" + count.incrementAndGet();
    server.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return server.dataSource(name);
  }

  @Override
  public void drop(DataSource dataSource) throws SQLException {
    String name = ((PGSimpleDataSource) dataSource).getDatabaseName();
    server.execute("DROP DATABASE " + name + " WITH (FORCE)");
  }
}
