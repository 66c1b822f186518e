package org.gridtill.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.gridtill.api.platform.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPersonTest {

  private final Town town = new Town();
  @TempDir Path folder;

  @AfterEach
  void close() {
    town.close();
  }

  private Path file() {
    return folder.resolve("first-password");
  }

  @Test
  void isMadeOnceWithAPasswordThatOnlyTheOwnerReads() throws IOException {
    FirstPerson first = new FirstPerson(town.people, file());
    assertThat(first).isNotNull();
    String password = Files.readString(file()).strip();
    assertThat(password).matches("([a-z0-9]{4}-){4}[a-z0-9]{4}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(town.login("admin", password).orElseThrow().roles()).isEmpty();

    new FirstPerson(town.people, file());
    assertThat(Files.readString(file()).strip()).as("the next start").isEqualTo(password);

    town.people.changePassword(
        password.toCharArray(), Town.PASSWORD.toCharArray(), Town.caller("admin"));
    assertThat(file()).doesNotExist();
    assertThat(town.login("admin", Town.PASSWORD).orElseThrow().roles())
        .containsExactly(Role.ADMINISTRATOR);
    assertThat(town.recorded("platform")).containsExactly("person-add DONE");
  }

  @Test
  void isNotMadeWhereThereIsSomebody() {
    town.people.add("alice", Set.of(Role.AUDITOR), null, Town.ADMIN);
    new FirstPerson(town.people, file());
    assertThat(file()).doesNotExist();
    assertThat(town.people.find("admin")).isEmpty();
  }

  @Test
  void isNotMadeIfThePasswordCannotBeWritten() {
    new FirstPerson(town.people, folder.resolve("missing/first-password"));
    assertThat(town.people.list()).isEmpty();
    assertThat(town.trail.anchor().number()).isZero();

    new FirstPerson(town.people, file());
    assertThat(town.people.list()).hasSize(1);
  }

  @Test
  void aFileOfACommitThatFailedIsReplaced() throws IOException {
    town.database.failNextCommit();
    assertThatThrownBy(() -> new FirstPerson(town.people, file()))
        .hasMessage("the database is away");
    String worthless = Files.readString(file()).strip();

    new FirstPerson(town.people, file());
    String password = Files.readString(file()).strip();
    assertThat(password).isNotEqualTo(worthless);
    assertThat(town.login("admin", worthless)).isEmpty();
    assertThat(town.login("admin", password)).isPresent();
  }

  @Test
  void aFileThatWasLeftBehindIsRemovedAtTheNextStart() throws IOException {
    town.settle("admin", Role.ADMINISTRATOR);
    Files.writeString(file(), "old");
    new FirstPerson(town.people, file());
    assertThat(file()).doesNotExist();
  }
}
