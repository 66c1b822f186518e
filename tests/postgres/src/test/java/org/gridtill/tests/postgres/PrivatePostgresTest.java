package org.gridtill.tests.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrivatePostgresTest {

  private static PrivatePostgres server;

  @BeforeAll
  static void start() throws Exception {
    server = PrivatePostgres.start();
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThatThrownBy(() -> server.dataSource("postgres").getConnection())
        .isInstanceOf(SQLException.class);
  }

  @Test
  void isOfTheVersionThatIsPromised() throws Exception {
    assertThat(first(server.dataSource("postgres"), "SHOW server_version")).startsWith("15.");
  }

  @Test
  void knowsItsUsersByTheirPasswords() throws Exception {
    server.execute("CREATE ROLE teller LOGIN PASSWORD 'open sesame'");
    server.execute("CREATE DATABASE till OWNER teller");

    assertThat(first(server.dataSource("till", "teller", "open sesame"), "SELECT current_user"))
        .isEqualTo("teller");
    assertThatThrownBy(() -> server.dataSource("till", "teller", "guess").getConnection())
        .hasMessageContaining("password");
    assertThatThrownBy(() -> server.dataSource("till", "postgres", "guess").getConnection())
        .hasMessageContaining("password");
  }

  @Test
  void takesAllOfUnicode() throws Exception {
    assertThat(first(server.dataSource("postgres"), "SELECT '电费'::text")).isEqualTo("电费");
  }

  private static String first(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
