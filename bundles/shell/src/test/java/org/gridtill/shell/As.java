package org.gridtill.shell;

import java.security.Principal;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/** Runs commands as Karaf does for whoever opened the shell. */
final class As {

  private As() {}

  /** Runs something for a user who logged in over ssh. */
  static <T> T user(String name, PrivilegedExceptionAction<T> action) throws Exception {
    return run(
        Set.of(new ClientPrincipal("ssh", "/10.0.0.7:4711"), new UserPrincipal(name)), action);
  }

  /** Runs something at the console of Karaf's own process. */
  static <T> T console(PrivilegedExceptionAction<T> action) throws Exception {
    return run(
        Set.of(new ClientPrincipal("local", "localhost"), new UserPrincipal("karaf")), action);
  }

  static <T> T run(Set<Principal> principals, PrivilegedExceptionAction<T> action)
      throws Exception {
    try {
      return Subject.doAs(new Subject(true, principals, Set.of(), Set.of()), action);
    } catch (PrivilegedActionException e) {
      throw e.getException();
    }
  }
}
