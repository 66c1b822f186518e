package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.gridtill.tests.postgres.PrivatePostgres;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;
import org.ops4j.pax.exam.Option;

/**
 * Collects money through the distribution on PostgreSQL, set up as the example in {@code
 * etc/examples} says: with that file, and another one with the password.
 */
@RunWith(Suite.class)
@Suite.SuiteClasses({
  BillPayments.class,
  OtherSales.class,
  CardSales.class,
  CardRepairs.class,
  SecondPersons.class,
  AgentsMoney.class,
  Shifts.class,
  ShellRoles.class
})
public class PostgresCollectionIT {

  private static final String NAME = "gridtill";
  private static final String PASSWORD = "a secret, at least of this test";
  private static final Path EXAMPLE =
      Path.of("../../karaf-assembly/src/main/resources/etc/examples")
          .resolve("org.ops4j.datasource-gridtill-postgresql.cfg");
  private static PrivatePostgres server;

  @BeforeClass
  public static void start() throws IOException, SQLException {
    server = PrivatePostgres.start();
    server.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + PASSWORD + "'");
    server.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
    Site.start("postgresql", dataSource(), password());
    checkPlatformIsOnPostgres();
  }

  @AfterClass
  public static void stop() {
    Site.stop();
    if (server != null) {
      server.close();
    }
  }

  /** Derby is in the distribution too, and a platform on it would pass all tests. */
  private static void checkPlatformIsOnPostgres() throws SQLException {
    try (Connection connection = server.dataSource(NAME, NAME, PASSWORD).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT COUNT(*) FROM gt_holder WHERE collector_code = ''")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(Distribution.AGENCIES);
    }
  }

  private static Option dataSource() throws IOException {
    String port = "portNumber = ";
    String example = Files.readString(EXAMPLE);
    assertThat(example).contains(port + 5432);
    return file(
        "org.ops4j.datasource-gridtill.cfg", example.replace(port + 5432, port + server.port()));
  }

  private static Option password() throws IOException {
    return file("database.password", PASSWORD);
  }

  private static Option file(String name, String content) throws IOException {
    Path file = Files.createDirectories(Path.of("target", "etc")).resolve(name).toAbsolutePath();
    Files.writeString(file, content);
    return replaceConfigurationFile("etc/" + name, file.toFile());
  }
}
