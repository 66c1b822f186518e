package org.gridtill.people;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditEvent.Outcome;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.people.People;
import org.gridtill.api.platform.people.Person;
import org.gridtill.api.platform.people.Role;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.people.PersonRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * People in the database. Changes wait for each other, so that of two administrators who lock each
 * other at the same moment one is refused.
 */
@Component(
    service = {People.class, JpaPeople.class},
    configurationPid = PeopleSettings.PID)
@Designate(ocd = PeopleSettings.Configuration.class)
public class JpaPeople implements People {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,31}");
  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9]{1,15}");

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final AuditTrail trail;
  private final PeopleSettings settings;
  private final Argon2 argon2;
  private final Logins logins;
  private final PersonActs acts;
  private volatile Runnable passwordChanged = () -> {};

  /** Made by Declarative Services. */
  @Activate
  public JpaPeople(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference AuditTrail trail,
      PeopleSettings.Configuration configuration) {
    this(jpa, clock, trail, PeopleSettings.of(configuration));
  }

  JpaPeople(JpaTemplate jpa, PlatformClock clock, AuditTrail trail, PeopleSettings settings) {
    this.jpa = jpa;
    this.clock = clock;
    this.trail = trail;
    this.settings = settings;
    argon2 = new Argon2(settings.memoryKib(), settings.iterations());
    acts = new PersonActs(trail);
    logins = new Logins(jpa, clock, trail, argon2, settings);
  }

  Logins logins() {
    return logins;
  }

  PersonActs acts() {
    return acts;
  }

  String hash(String password) {
    return argon2.hash(password.toCharArray());
  }

  PeopleSettings settings() {
    return settings;
  }

  @Override
  public String add(String name, Set<Role> roles, String unit, Caller by) {
    return add(name, roles, unit, by, clock.now().plus(settings.oneTime()));
  }

  private String add(String name, Set<Role> roles, String unit, Caller by, Instant until) {
    requireName(name);
    requireUnit(roles, unit);
    String password = Passwords.oneTime();
    PersonRow row = newcomer(name, roles, unit, argon2.hash(password.toCharArray()), until);
    inTurn(
        em -> {
          String details =
              SecondPerson.isOne(roles) ? SecondPerson.alone(em, "person-add", name, by) : "";
          acts.add(em, row, by, details);
        });
    return password;
  }

  /** Makes somebody who has a one-time password, until a moment or for ever. */
  static PersonRow newcomer(String name, Set<Role> roles, String unit, String hash, Instant until) {
    Long millis = until == null ? null : until.toEpochMilli();
    return new PersonRow(name, Role.words(roles), unit, hash, true, millis);
  }

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name is 2 to 32 lower-case letters, digits, dots and dashes, the first one a letter");
    }
  }

  /**
   * Adds the first administrator, if there is nobody, and tells whether it did. The password is in
   * the file before the commit: one that nobody can read would let nobody in for ever.
   */
  boolean addFirst(String name, Path file, Caller by) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          PersonTable.lock(em);
          if (!PersonTable.isEmpty(em)) {
            return false;
          }
          FirstPerson.write(file, add(name, Set.of(Role.ADMINISTRATOR), null, by, null));
          return true;
        });
  }

  /** Has something done whenever somebody has changed a password. */
  void onPasswordChange(Runnable listener) {
    passwordChanged = listener;
  }

  static void requireUnit(Set<Role> roles, String unit) {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("somebody has at least one role");
    }
    boolean restricted = roles.contains(Role.AGENCY);
    if (restricted && roles.size() > 1) {
      throw new IllegalArgumentException("the role agency goes with no other");
    }
    if (restricted != (unit != null)) {
      throw new IllegalArgumentException("the role agency goes with a unit, and no other does");
    }
    if (unit != null && !UNIT.matcher(unit).matches()) {
      throw new IllegalArgumentException("wrong agency code: " + unit);
    }
  }

  @Override
  public void assign(String name, Set<Role> roles, String unit, Caller by) {
    requireUnit(roles, unit);
    inTurn(
        em -> {
          boolean two =
              SecondPerson.isOne(roles)
                  || SecondPerson.isOne(PersonTable.require(em, name).roles());
          String details = two ? SecondPerson.alone(em, "person-assign", name, by) : "";
          acts.assign(em, name, roles, unit, by, details);
        });
  }

  @Override
  public void lock(String name, Caller by) {
    inTurn(em -> acts.lock(em, name, by));
  }

  @Override
  public void unlock(String name, Caller by) {
    inTurn(
        em -> {
          PersonRow row = PersonTable.require(em, name);
          boolean two = row.locked() && SecondPerson.isOne(row.roles());
          String details = two ? SecondPerson.alone(em, "person-unlock", name, by) : "";
          acts.unlock(em, name, by, details);
        });
  }

  @Override
  public String resetPassword(String name, Caller by) {
    String password = Passwords.oneTime();
    String hash = argon2.hash(password.toCharArray());
    long until = clock.now().plus(settings.oneTime()).toEpochMilli();
    inTurn(
        em -> {
          boolean two = SecondPerson.isOne(PersonTable.require(em, name).roles());
          String details = two ? SecondPerson.alone(em, "person-reset", name, by) : "";
          acts.reset(em, name, hash, until, by, details);
        });
    return password;
  }

  /** Does something while nobody else changes people. */
  private void inTurn(PersonActs.Change change) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          PersonTable.lock(em);
          change.apply(em);
        });
  }

  @Override
  public void changePassword(char[] old, char[] next, Caller by) {
    String name = by.person();
    jpa.tx(TransactionType.Required, em -> PersonTable.require(em, name));
    Passwords.require(next, name, settings.passwordLength());
    switch (logins.compare(name, old, by)) {
      case RIGHT -> {}
      case WRONG -> {
        trail.record(
            new AuditEvent(
                name, by.origin(), "password-change", name, Outcome.REFUSED, null, null, "WRONG"));
        throw new IllegalStateException("the old password is wrong");
      }
      case EXPIRED ->
          throw new IllegalStateException(
              "the one-time password has expired; an administrator gives out another one");
      default -> throw new IllegalStateException("you are locked out; try again later");
    }
    if (Arrays.equals(old, next)) {
      throw new IllegalArgumentException("the new password is another one than the old");
    }
    String hash = argon2.hash(next);
    jpa.tx(
        TransactionType.Required,
        em -> {
          PersonTable.update(
              em,
              "UPDATE gt_person SET password_hash = ?1, must_change = 0, one_time_until = NULL"
                  + " WHERE name = ?2",
              hash,
              name);
          acts.record(by, "password-change", name, null, null, "");
        });
    passwordChanged.run();
  }

  @Override
  public Optional<Person> find(String name) {
    Instant now = clock.now();
    return jpa.txExpr(
        TransactionType.Required,
        em -> PersonTable.find(em, name).map(row -> PersonTable.person(row, now)));
  }

  @Override
  public List<Person> list() {
    Instant now = clock.now();
    return jpa.txExpr(
        TransactionType.Required,
        em -> PersonTable.list(em).stream().map(row -> PersonTable.person(row, now)).toList());
  }
}
