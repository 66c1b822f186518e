package org.gridtill.store.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** Databases of embedded Derby, in memory. */
final class DerbyServer extends TestServer {

  static final String NAME = "derby";

  private static final String DROPPED = "08006";

  static {
    // A deadlock is a defect, and shall be found in seconds.
    System.setProperty("derby.locks.deadlockTimeout", "2");
    System.setProperty("derby.locks.waitTimeout", "10");
    System.setProperty("derby.stream.error.file", "target/derby.log");
  }

  private final AtomicInteger count = new AtomicInteger();
  private Path backup;

  @Override
  public DataSource empty() {
    return database("create=true");
  }

  @Override
  protected void makeOriginal(DataSource original) throws SQLException {
    try (Connection connection = original.getConnection();
        CallableStatement call =
            connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
      backup = Files.createTempDirectory("gridtill-derby-");
      Runtime.getRuntime().addShutdownHook(new Thread(this::deleteBackup));
      call.setString(1, backup.toString());
      call.execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = ((EmbeddedDataSource) original).getDatabaseName();
    backup = backup.resolve(name.substring(name.indexOf(':') + 1));
    drop(original);
  }

  @Override
  protected DataSource copy() throws SQLException {
    EmbeddedDataSource copy = database("createFrom=" + backup);
    copy.getConnection().close();
    // Whoever connects next must get this one, and not begin again.
    copy.setConnectionAttributes(null);
    return copy;
  }

  private EmbeddedDataSource database(String attributes) {
    EmbeddedDataSource dataSource = new EmbeddedDataSource();
    dataSource.setDatabaseName("memory:gridtill-" + count.incrementAndGet());
    dataSource.setConnectionAttributes(attributes);
    return dataSource;
  }

  @Override
  public void drop(DataSource dataSource) throws SQLException {
    EmbeddedDataSource drop = new EmbeddedDataSource();
    drop.setDatabaseName(((EmbeddedDataSource) dataSource).getDatabaseName());
    drop.setConnectionAttributes("drop=true");
    try (Connection unexpected = drop.getConnection()) {
      throw new IllegalStateException("still there: " + unexpected);
    } catch (SQLException e) {
      if (!DROPPED.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private void deleteBackup() {
    try (Stream<Path> files = Files.walk(backup.getParent())) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
