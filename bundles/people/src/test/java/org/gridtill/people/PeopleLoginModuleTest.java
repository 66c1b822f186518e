package org.gridtill.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Principal;
import java.security.PrivilegedAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.gridtill.api.platform.audit.AuditTrail.Filter;
import org.gridtill.api.platform.people.PersonPrincipal;
import org.gridtill.api.platform.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleLoginModuleTest {

  private final Town town = new Town();
  private final Subject subject = new Subject();
  private final PeopleLoginModule module = new PeopleLoginModule();

  @AfterEach
  void close() {
    town.close();
  }

  private boolean login(CallbackHandler handler) throws LoginException {
    subject.getPrincipals().add(new ClientPrincipal("ssh", "/10.0.0.9:9"));
    module.initialize(
        subject,
        handler,
        Map.of(),
        Map.of(PeopleLoginModule.LOGINS, town.people.logins(), PeopleLoginModule.UNKNOWN, true));
    return module.login();
  }

  private static CallbackHandler typing(String name, String password) {
    return callbacks -> {
      for (Callback callback : callbacks) {
        if (callback instanceof NameCallback n) {
          n.setName(name);
        } else if (callback instanceof PasswordCallback p) {
          p.setPassword(password == null ? null : password.toCharArray());
        }
      }
    };
  }

  private Set<String> roles() {
    return subject.getPrincipals(RolePrincipal.class).stream()
        .map(Principal::getName)
        .collect(Collectors.toSet());
  }

  @Test
  void whoComesInHasTheirRoles() throws LoginException {
    town.settle("alice", Role.FINANCE, Role.OPERATIONS);

    assertThat(login(typing("alice", Town.PASSWORD))).isTrue();
    assertThat(roles()).as("not before the commit").isEmpty();
    assertThat(module.commit()).isTrue();

    assertThat(roles()).containsExactlyInAnyOrder("ssh", "finance", "operations");
    assertThat(subject.getPrincipals(PersonPrincipal.class)).hasSize(1);
    assertThat(Subject.doAs(subject, (PrivilegedAction<Object>) PersonPrincipal::current))
        .isEqualTo(
            Optional.of(new PersonPrincipal("alice", Set.of(Role.FINANCE, Role.OPERATIONS), null)));
    assertThat(module.logout()).isTrue();
    assertThat(subject.getPrincipals()).containsExactly(new ClientPrincipal("ssh", "/10.0.0.9:9"));
    assertThat(town.trail.latest(new Filter("alice", "login", null), 1).get(0).event().origin())
        .isEqualTo("ssh /10.0.0.9:9");
  }

  @Test
  void anAdministratorIsOneForKarafToo() throws LoginException {
    town.settle("root", Role.ADMINISTRATOR);
    login(typing("root", Town.PASSWORD));
    module.commit();
    assertThat(roles()).containsExactlyInAnyOrder("ssh", "admin", "viewer", "systembundles");
  }

  @Test
  void aNewcomerHasNoRole() throws LoginException {
    String oneTime = town.people.add("alice", Set.of(Role.ADMINISTRATOR), null, Town.ADMIN);
    login(typing("alice", oneTime));
    module.commit();
    assertThat(roles()).containsExactlyInAnyOrder("ssh", "newcomer");
  }

  @Test
  void anyRefusalSaysTheSame() {
    town.settle("root", Role.ADMINISTRATOR);
    town.settle("alice", Role.FINANCE);
    town.settle("bob", Role.FINANCE);
    town.people.lock("bob", Town.ADMIN);
    for (CallbackHandler handler :
        List.of(
            typing("alice", "wrong"),
            typing("nobody", "wrong"),
            typing("bob", Town.PASSWORD),
            typing("alice", null),
            typing(null, "x"))) {
      assertThatThrownBy(() -> login(handler))
          .isInstanceOf(FailedLoginException.class)
          .hasMessage("wrong name or password, or locked");
      assertThat(module.commit()).isFalse();
      module.abort();
    }
    assertThat(roles()).isEmpty();
  }

  @Test
  void aKeyIsNotCountedAsAWrongPassword() throws LoginException {
    town.settle("alice", Role.FINANCE);
    for (int i = 0; i < 9; i++) {
      assertThat(
              login(
                  callbacks -> {
                    throw new UnsupportedCallbackException(callbacks[1]);
                  }))
          .isFalse();
    }
    assertThat(town.login("alice", Town.PASSWORD)).isPresent();
  }
}
