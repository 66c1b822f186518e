package org.gridtill.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.people.Town.ADMIN;
import static org.gridtill.people.Town.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridtill.api.platform.audit.AuditTrail.Filter;
import org.gridtill.api.platform.people.Person;
import org.gridtill.api.platform.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaPeopleTest {

  private final Town town = new Town();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void listsWhoWasAdded() {
    town.people.add("wang.fang", Set.of(Role.AGENCY), "A001", ADMIN);
    town.settle("alice", Role.MANAGER, Role.FINANCE);

    assertThat(town.people.list()).extracting(Person::name).containsExactly("alice", "wang.fang");
    assertThat(town.people.find("wang.fang").orElseThrow())
        .satisfies(person -> assertThat(person.unit()).isEqualTo("A001"))
        .satisfies(person -> assertThat(person.mustChange()).isTrue());
    assertThat(town.trail.latest(new Filter("root", "person-add", null), 9))
        .extracting(r -> r.event().subject() + ": " + r.event().after())
        .containsExactly("alice: manager,finance", "wang.fang: agency of A001");
  }

  @Test
  void refusesWhatIsWrong() {
    for (String name : List.of("", "a", "Alice", "1a", "a b", "ä1", "a".repeat(33), "a;b")) {
      assertThatThrownBy(() -> town.people.add(name, Set.of(Role.MANAGER), null, ADMIN))
          .as(name)
          .hasMessageStartingWith("a name is 2 to 32");
    }
    assertWrongUnit(Set.of(), null);
    assertWrongUnit(Set.of(Role.AGENCY), null);
    assertWrongUnit(Set.of(Role.MANAGER), "A001");
    assertWrongUnit(Set.of(Role.AGENCY, Role.MANAGER), "A001");
    assertWrongUnit(Set.of(Role.AGENCY), "A001/C1");
    town.people.add("alice", Set.of(Role.MANAGER), null, ADMIN);
    assertThatThrownBy(() -> town.people.add("alice", Set.of(Role.FINANCE), null, ADMIN))
        .hasMessage("there is somebody called alice already");
    assertThatThrownBy(() -> town.people.lock("bob", ADMIN))
        .hasMessage("there is nobody called bob");
    assertThatThrownBy(() -> Role.parse("manager,boss")).hasMessageContaining("no role 'boss'");
    assertThat(town.trail.anchor().number()).as("records of what was done alone").isEqualTo(1);
  }

  private void assertWrongUnit(Set<Role> roles, String unit) {
    assertThatThrownBy(() -> town.people.add("alice", roles, unit, ADMIN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thereIsAlwaysAnAdministrator() {
    town.settle("root", Role.ADMINISTRATOR);
    for (Runnable change :
        List.<Runnable>of(
            () -> town.people.lock("root", ADMIN),
            () -> town.people.assign("root", Set.of(Role.MANAGER), null, ADMIN))) {
      assertThatThrownBy(change::run)
          .hasMessage("nobody who may log in would be administrator then");
    }
    town.settle("alice", Role.ADMINISTRATOR);
    town.people.lock("root", ADMIN);
    assertThatThrownBy(() -> town.people.lock("alice", ADMIN))
        .isInstanceOf(IllegalStateException.class);
    assertThat(town.people.find("alice").orElseThrow().locked()).isFalse();
  }

  @Test
  void ofTwoWhoLockEachOtherOneIsRefused() throws Exception {
    town.settle("anna", Role.ADMINISTRATOR);
    town.settle("bert", Role.ADMINISTRATOR);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Boolean>> locks = new ArrayList<>();
        for (String name : List.of("anna", "bert")) {
          locks.add(
              pool.submit(
                  () -> {
                    together.await();
                    try {
                      town.people.lock(name, ADMIN);
                      return true;
                    } catch (IllegalStateException e) {
                      return false;
                    }
                  }));
        }
        assertThat(List.of(locks.get(0).get(), locks.get(1).get()))
            .containsExactlyInAnyOrder(true, false);
        town.people.unlock("anna", ADMIN);
        town.people.unlock("bert", ADMIN);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void changesRolesWithWhatWasSoBefore() {
    town.settle("alice", Role.FINANCE);
    town.settle("root", Role.ADMINISTRATOR);
    town.people.assign("alice", Set.of(Role.AGENCY), "A007", ADMIN);

    assertThat(town.login("alice", PASSWORD).orElseThrow().unit()).contains("A007");
    assertThat(town.trail.latest(new Filter(null, "person-assign", null), 1).get(0).event())
        .satisfies(event -> assertThat(event.before()).isEqualTo("finance"))
        .satisfies(event -> assertThat(event.after()).isEqualTo("agency of A007"));
  }

  @Test
  void takesGoodPasswordsOnly() {
    String oneTime = town.people.add("alice", Set.of(Role.FINANCE), null, ADMIN);
    assertBad(oneTime, "short pass1", "a password has 12 to 128 characters");
    assertBad(oneTime, "x".repeat(129), "a password has 12 to 128 characters");
    assertBad(oneTime, "my name is ALICE!", "a password does not contain the name");
    assertBad(oneTime, "abababababab", "a password has at least 5 different characters");
    assertBad(oneTime, "with\u0000control char", "a password has no control characters");
    assertBad(oneTime, oneTime, "the new password is another one than the old");
    assertBad("wrong", PASSWORD, "the old password is wrong");
    assertThat(town.people.find("alice").orElseThrow().mustChange()).isTrue();
    assertThat(town.recorded("alice")).last().isEqualTo("password-change REFUSED WRONG");

    town.people.changePassword(oneTime.toCharArray(), PASSWORD.toCharArray(), Town.caller("alice"));
    assertThat(town.people.find("alice").orElseThrow().mustChange()).isFalse();
  }

  private void assertBad(String old, String next, String why) {
    assertThatThrownBy(
            () ->
                town.people.changePassword(
                    old.toCharArray(), next.toCharArray(), Town.caller("alice")))
        .hasMessage(why);
  }

  @Test
  void wrongOldPasswordsLockOutToo() {
    town.settle("alice", Role.FINANCE);
    for (int i = 0; i < 5; i++) {
      assertBad("wrong", "another good one", "the old password is wrong");
    }
    assertBad(PASSWORD, "another good one", "you are locked out; try again later");
    assertThat(town.login("alice", PASSWORD)).isEmpty();
  }

  @Test
  void noPasswordIsInTheTrail() {
    String oneTime = town.people.add("alice", Set.of(Role.FINANCE), null, ADMIN);
    town.login("alice", "wrong password");
    town.people.changePassword(oneTime.toCharArray(), PASSWORD.toCharArray(), Town.caller("alice"));
    town.login("alice", PASSWORD);

    assertThat(town.trail.latest(Filter.ALL, 100))
        .hasSize(4)
        .allSatisfy(
            r ->
                assertThat(r.toString())
                    .doesNotContain(oneTime, PASSWORD, "wrong password", "argon2"));
  }
}
