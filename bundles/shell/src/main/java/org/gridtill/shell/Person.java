package org.gridtill.shell;

import java.security.AccessController;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.people.PersonPrincipal;

/**
 * Who types a command: the user as whom Karaf has authenticated whoever opened the shell. The
 * session's variable {@code USER} says so too, but anybody may set it.
 */
final class Person {

  /** What Karaf calls the console of its own process, where a user is assumed without a login. */
  private static final String CONSOLE = "local";

  private Person() {}

  /**
   * Returns the name of the user who is logged in.
   *
   * @throws CommandException if nobody has logged in
   */
  static String loggedIn() throws CommandException {
    return subject()
        .map(Subject::getPrincipals)
        .filter(principals -> !isConsole(principals))
        .flatMap(Person::user)
        .orElseThrow(
            () ->
                ShellCommand.failure(
                    "nobody is logged in here; log in as yourself, with ssh or bin/client -u USER"));
  }

  /** Returns who it is for the audit trail, in which somebody who has not logged in is, too. */
  static String forRecord() {
    Set<Principal> principals = principals();
    return isConsole(principals) ? "console" : user(principals).orElse("nobody");
  }

  /** Returns where the person came from, such as {@code ssh /127.0.0.1:50312}; empty if unknown. */
  static String origin() {
    return principals().stream()
        .filter(ClientPrincipal.class::isInstance)
        .map(ClientPrincipal.class::cast)
        .map(client -> client.getMethod() + " " + client.getAddress())
        .findFirst()
        .orElse("");
  }

  /** Returns the agency that the person is restricted to; null for the whole utility. */
  static String unit() {
    return PersonPrincipal.current().flatMap(PersonPrincipal::unit).orElse(null);
  }

  private static Set<Principal> principals() {
    return subject().map(Subject::getPrincipals).orElse(Set.of());
  }

  /** Java 17 has no other way to ask for what Karaf has set, and GridTill runs on Java 17 only. */
  @SuppressWarnings("removal")
  private static Optional<Subject> subject() {
    return Optional.ofNullable(Subject.getSubject(AccessController.getContext()));
  }

  private static boolean isConsole(Set<Principal> principals) {
    return principals.stream()
        .anyMatch(
            principal ->
                principal instanceof ClientPrincipal client && CONSOLE.equals(client.getMethod()));
  }

  private static Optional<String> user(Set<Principal> principals) {
    return principals.stream()
        .filter(UserPrincipal.class::isInstance)
        .map(Principal::getName)
        .findFirst();
  }
}
