package org.gridtill.api.platform.people;

import java.security.AccessController;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * Who is logged in, as a login leaves it in the subject: the same for the shell, for management
 * beans, and for whatever else logs in to the realm {@code karaf}.
 */
public final class PersonPrincipal implements Principal {

  private final String name;
  private final Set<Role> roles;
  private final String unit;

  /**
   * Somebody who has logged in.
   *
   * @param name under which they did
   * @param roles what they may do; empty as long as they must change their password
   * @param unit the agency that they are restricted to; null for the whole utility
   */
  public PersonPrincipal(String name, Set<Role> roles, String unit) {
    this.name = Objects.requireNonNull(name, "name");
    this.roles = Set.copyOf(roles);
    this.unit = unit;
  }

  /** Returns who is logged in on the current thread; empty if nobody of this platform's people. */
  @SuppressWarnings("removal") // Java 17 has no other way, and GridTill runs on Java 17 only.
  public static Optional<PersonPrincipal> current() {
    return Optional.ofNullable(Subject.getSubject(AccessController.getContext()))
        .flatMap(subject -> subject.getPrincipals(PersonPrincipal.class).stream().findFirst());
  }

  @Override
  public String getName() {
    return name;
  }

  /** Returns what they may do. */
  public Set<Role> roles() {
    return roles;
  }

  /** Returns the agency that they are restricted to, with everybody below it; empty for none. */
  public Optional<String> unit() {
    return Optional.ofNullable(unit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonPrincipal p
        && name.equals(p.name)
        && roles.equals(p.roles)
        && Objects.equals(unit, p.unit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, roles, unit);
  }

  @Override
  public String toString() {
    return name;
  }
}
