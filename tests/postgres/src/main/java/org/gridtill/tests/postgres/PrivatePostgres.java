package org.gridtill.tests.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server for tests: unpacked into a temporary folder, on a free port of the loopback
 * interface, as any user. It needs nothing installed but a shell and {@code tar}, and is gone with
 * its folder when it is closed or this process has ended, in whatever way.
 *
 * <p>Threads may share it.
 */
public final class PrivatePostgres implements AutoCloseable {

  /** Where it listens. */
  public static final String HOST = "127.0.0.1";

  /** The superuser's name. */
  public static final String SUPERUSER = "postgres";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String READY = "ready ";
  private static final int PORTS_TO_TRY = 3;
  private static final long STOP_SECONDS = 30;

  private final Process shell;
  private final int port;
  private final String password;

  private PrivatePostgres(Process shell, int port, String password) {
    this.shell = shell;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts a server and waits until clients may connect, which takes a few seconds.
   *
   * @throws IOException if it does not start; the message has what it printed
   */
  public static PrivatePostgres start() throws IOException {
    Path folder = Files.createTempDirectory("gridtill-postgres-");
    // First of all, since it is the shell that removes the folder.
    Process shell = launch(folder);
    try {
      String password = secret();
      Files.writeString(folder.resolve("password"), password);
      ServerArchive.unpack(Files.createDirectory(folder.resolve("server")));
      shell.getOutputStream().write('\n');
      shell.getOutputStream().flush();
      return new PrivatePostgres(shell, awaitPort(shell), password);
    } catch (IOException | RuntimeException e) {
      shell.getOutputStream().close();
      throw e;
    }
  }

  private static Process launch(Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script(), "server.sh"));
    command.add(folder.toString());
    command.addAll(freePorts());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static int awaitPort(Process shell) throws IOException {
    List<String> printed = new ArrayList<>();
    BufferedReader output = shell.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        return Integer.parseInt(line.substring(READY.length()));
      }
      printed.add(line);
    }
    throw new IOException("PostgreSQL does not start:\n" + String.join("\n", printed));
  }

  private static String script() throws IOException {
    try (InputStream in = PrivatePostgres.class.getResourceAsStream("server.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Ports that are free now; somebody else may take one before the server does. */
  private static List<String> freePorts() throws IOException {
    List<String> ports = new ArrayList<>();
    for (int i = 0; i < PORTS_TO_TRY; i++) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
        ports.add(Integer.toString(socket.getLocalPort()));
      }
    }
    return ports;
  }

  private static String secret() {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Returns the port on {@link #HOST}. */
  public int port() {
    return port;
  }

  /** Returns a source of the superuser's connections to a database; it does not pool. */
  public PGSimpleDataSource dataSource(String database) {
    return dataSource(database, SUPERUSER, password);
  }

  /** Returns a source of a user's connections to a database; it does not pool. */
  public PGSimpleDataSource dataSource(String database, String user, String userPassword) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {HOST});
    dataSource.setPortNumbers(new int[] {port});
    dataSource.setDatabaseName(database);
    dataSource.setUser(user);
    dataSource.setPassword(userPassword);
    return dataSource;
  }

  /**
   * Runs a statement as superuser, outside of a transaction: {@code CREATE DATABASE} needs that.
   */
  public void execute(String sql) throws SQLException {
    try (Connection connection = dataSource(SUPERUSER).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Stops the server, without regard to whoever is connected, and deletes everything. */
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("PostgreSQL does not stop");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
