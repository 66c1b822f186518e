package org.gridtill.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.people.Town.PASSWORD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridtill.api.platform.people.PersonPrincipal;
import org.gridtill.api.platform.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginsTest {

  private final Town town = new Town();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void whoHasTheOneTimePasswordMayDoNothingYet() {
    String oneTime = town.people.add("alice", Set.of(Role.MANAGER), null, Town.ADMIN);

    assertThat(town.login("alice", oneTime)).contains(new PersonPrincipal("alice", Set.of(), null));

    town.people.changePassword(oneTime.toCharArray(), PASSWORD.toCharArray(), Town.caller("alice"));
    assertThat(town.login("alice", oneTime)).isEmpty();
    assertThat(town.login("alice", PASSWORD))
        .contains(new PersonPrincipal("alice", Set.of(Role.MANAGER), null));
    assertThat(town.people.find("alice").orElseThrow().lastLogin()).isEqualTo(town.clock.now());
    assertThat(town.recorded("alice"))
        .containsExactly(
            "login DONE with a one-time password",
            "password-change DONE",
            "login REFUSED WRONG",
            "login DONE");
  }

  @Test
  void aOneTimePasswordIsNotGoodForEver() {
    String oneTime = town.people.add("alice", Set.of(Role.MANAGER), null, Town.ADMIN);
    town.clock.pass(Duration.ofHours(72));

    assertThat(town.login("alice", oneTime)).isEmpty();
    assertThatThrownBy(
            () ->
                town.people.changePassword(
                    oneTime.toCharArray(), PASSWORD.toCharArray(), Town.caller("alice")))
        .hasMessageStartingWith("the one-time password has expired");
    assertThat(town.recorded("alice")).contains("login REFUSED EXPIRED");

    String another = town.people.resetPassword("alice", Town.ADMIN);
    assertThat(town.login("alice", another)).isPresent();
  }

  @Test
  void wrongPasswordsLockOutForAWhile() {
    town.settle("alice", Role.FINANCE);
    fail("alice", 5);

    assertThat(town.login("alice", PASSWORD)).as("also the right one").isEmpty();
    assertThat(town.people.find("alice").orElseThrow().lockedUntil())
        .isEqualTo(town.clock.now().plus(Duration.ofMinutes(15)));
    assertThat(town.recorded("alice").subList(5, 8))
        .containsExactly(
            "lockout DONE for 15 minutes", "login REFUSED WRONG", "login REFUSED KEPT_OUT");

    town.clock.pass(Duration.ofMinutes(15));
    fail("alice", 4);
    assertThat(town.login("alice", PASSWORD)).as("counted anew").isPresent();
    fail("alice", 4);
    assertThat(town.login("alice", PASSWORD)).as("a right one ends the row").isPresent();
  }

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(town.login(name, "wrong " + i)).isEmpty();
    }
  }

  @Test
  void anAdministratorLetsInAgain() {
    town.settle("alice", Role.FINANCE);
    fail("alice", 5);
    town.people.unlock("alice", Town.ADMIN);
    assertThat(town.login("alice", PASSWORD)).isPresent();
  }

  @Test
  void whoIsLockedStaysOut() {
    town.settle("root", Role.ADMINISTRATOR);
    town.settle("alice", Role.FINANCE);
    town.people.lock("alice", Town.ADMIN);

    assertThat(town.login("alice", PASSWORD)).isEmpty();
    town.clock.pass(Duration.ofDays(1000));
    assertThat(town.login("alice", PASSWORD)).isEmpty();
    town.people.unlock("alice", Town.ADMIN);
    assertThat(town.login("alice", PASSWORD)).isPresent();
  }

  /** The attack that a count after the comparison would let through. */
  @Test
  void ofManyAtOnceNoMoreAreComparedThanAreAllowed() throws Exception {
    town.settle("alice", Role.FINANCE);
    JpaPeople otherNode = town.people(Town.SETTINGS);
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      Callable<Object> here = () -> town.login("alice", "wrong");
      Callable<Object> there =
          () -> otherNode.logins().login("alice", "wrong".toCharArray(), "ssh", true);
      List<Callable<Object>> work = new ArrayList<>(Collections.nCopies(20, here));
      work.addAll(Collections.nCopies(20, there));
      for (Future<Object> done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(town.recorded("alice"))
        .filteredOn("login REFUSED WRONG"::equals)
        .hasSize(Town.SETTINGS.failures());
    assertThat(town.recorded("alice"))
        .filteredOn(record -> record.startsWith("lockout"))
        .hasSize(1);
    assertThat(town.login("alice", PASSWORD)).isEmpty();
  }

  @Test
  void nobodyIsRecordedAndRefused() {
    assertThat(town.login("nobody", "x")).isEmpty();
    assertThat(town.login("", "")).isEmpty();
    assertThat(town.login("x'; DROP TABLE gt_person; --\n" + "n".repeat(500), "x")).isEmpty();
    assertThat(town.recorded("nobody")).containsExactly("login REFUSED UNKNOWN");
    assertThat(town.trail.verify(null).findings()).isEmpty();
    assertThat(town.people.logins().login("nobody", "x".toCharArray(), "", false)).isEmpty();
    assertThat(town.recorded("nobody")).as("users of the file are not known here").hasSize(1);
  }

  @Test
  void aHashThatWasMadeWithLessIsMadeAnew() throws Exception {
    town.settle("alice", Role.FINANCE);
    JpaPeople stronger = town.people(Town.settings(32, 2));

    assertThat(stronger.logins().login("alice", PASSWORD.toCharArray(), "", true)).isPresent();

    try (var connection = town.database.connect();
        var rows =
            connection.createStatement().executeQuery("SELECT password_hash FROM gt_person")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).startsWith("$argon2id$v=19$m=32,t=2,p=1$");
    }
    assertThat(town.login("alice", PASSWORD)).isPresent();
  }

  @Test
  void aLoginThatCannotBeRecordedIsNone() {
    town.settle("alice", Role.FINANCE);
    town.login("alice", PASSWORD);
    for (int i = 0; i < 3; i++) {
      town.database.failNextCommit();
      assertThatThrownBy(() -> town.login("alice", PASSWORD)).hasMessage("the database is away");
    }
  }
}
