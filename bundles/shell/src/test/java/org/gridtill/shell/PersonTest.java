package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.shell.support.CommandException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PersonTest {

  @Test
  void whoLoggedInIsThePerson() throws Exception {
    assertThat(As.user("alice", Person::loggedIn)).isEqualTo("alice");
  }

  @Test
  void aThreadThatACommandStartsIsStillThePersons() throws Exception {
    String[] person = new String[1];
    As.user(
        "alice",
        () -> {
          Thread thread = new Thread(() -> person[0] = loggedIn());
          thread.start();
          thread.join();
          return null;
        });
    assertThat(person).containsExactly("alice");
  }

  private static String loggedIn() {
    try {
      return Person.loggedIn();
    } catch (CommandException e) {
      return e.getMessage();
    }
  }

  @Test
  void withoutALoginThereIsNoPerson() {
    assertRefused(Person::loggedIn);
    assertRefused(() -> As.console(Person::loggedIn));
    assertRefused(
        () ->
            As.run(
                Set.of(new ClientPrincipal("ssh", "/10.0.0.7:4711"), new RolePrincipal("admin")),
                Person::loggedIn));
  }

  private static void assertRefused(ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOf(CommandException.class)
        .hasMessage("nobody is logged in here; log in as yourself, with ssh or bin/client -u USER");
  }
}
