package org.gridtill.people;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.gridtill.api.platform.people.PersonPrincipal;
import org.gridtill.api.platform.people.Role;

/**
 * Lets people in by name and password. Any refusal says the same. Made anew for each login, by the
 * realm's options; for one thread.
 */
public class PeopleLoginModule implements LoginModule {

  /** The option that holds who compares passwords. */
  static final String LOGINS = "logins";

  /** The option that tells whether to record attempts of nobody who is known. */
  static final String UNKNOWN = "unknown";

  /** Whoever has it may log in to the shell. */
  private static final String SSH = "ssh";

  /** What somebody with a one-time password has, and no other role: change it. */
  private static final String NEWCOMER = "newcomer";

  /** What Karaf's own rules call who may do everything. */
  private static final Set<String> KARAFS = Set.of("viewer", "systembundles");

  private Subject subject;
  private CallbackHandler handler;
  private Logins logins;
  private boolean unknown;
  private PersonPrincipal person;
  private final Set<Principal> principals = new LinkedHashSet<>();

  @Override
  public void initialize(
      Subject into, CallbackHandler asked, Map<String, ?> shared, Map<String, ?> options) {
    subject = into;
    handler = asked;
    logins = (Logins) options.get(LOGINS);
    unknown = (Boolean) options.get(UNKNOWN);
  }

  @Override
  public boolean login() throws LoginException {
    NameCallback name = new NameCallback("name");
    PasswordCallback password = new PasswordCallback("password", false);
    try {
      handler.handle(new Callback[] {name, password});
    } catch (UnsupportedCallbackException e) {
      // Somebody tries a key, which people do not have.
      return false;
    } catch (IOException e) {
      throw refused();
    }
    char[] typed = password.getPassword();
    password.clearPassword();
    if (name.getName() == null || typed == null) {
      throw refused();
    }
    Optional<PersonPrincipal> known;
    try {
      known = logins.login(name.getName(), typed, origin(), unknown);
    } catch (RuntimeException e) {
      throw (LoginException) new LoginException("people cannot be asked for").initCause(e);
    } finally {
      Arrays.fill(typed, '\0');
    }
    person = known.orElseThrow(PeopleLoginModule::refused);
    return true;
  }

  private static FailedLoginException refused() {
    return new FailedLoginException("wrong name or password, or locked");
  }

  private String origin() {
    return subject.getPrincipals(ClientPrincipal.class).stream()
        .map(client -> client.getMethod() + " " + client.getAddress())
        .findFirst()
        .orElse("");
  }

  @Override
  public boolean commit() {
    if (person == null) {
      return false;
    }
    principals.add(new UserPrincipal(person.getName()));
    principals.add(person);
    principals.add(new RolePrincipal(SSH));
    if (person.roles().isEmpty()) {
      principals.add(new RolePrincipal(NEWCOMER));
    }
    for (Role role : person.roles()) {
      principals.add(new RolePrincipal(role.principal()));
    }
    if (person.roles().contains(Role.ADMINISTRATOR)) {
      KARAFS.forEach(role -> principals.add(new RolePrincipal(role)));
    }
    subject.getPrincipals().addAll(principals);
    return true;
  }

  @Override
  public boolean abort() {
    return logout();
  }

  @Override
  public boolean logout() {
    subject.getPrincipals().removeAll(principals);
    principals.clear();
    person = null;
    return true;
  }
}
