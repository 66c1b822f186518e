package org.gridtill.people;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.persistence.EntityManager;
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
    logins = new Logins(jpa, clock, trail, argon2, settings);
  }

  Logins logins() {
    return logins;
  }

  PeopleSettings settings() {
    return settings;
  }

  @Override
  public String add(String name, Set<Role> roles, String unit, Caller by) {
    return add(name, roles, unit, by, clock.now().plus(settings.oneTime()));
  }

  private String add(String name, Set<Role> roles, String unit, Caller by, Instant until) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name is 2 to 32 lower-case letters, digits, dots and dashes, the first one a letter");
    }
    requireUnit(roles, unit);
    String password = Passwords.oneTime();
    PersonRow row =
        new PersonRow(
            name,
            Role.words(roles),
            unit,
            argon2.hash(password.toCharArray()),
            true,
            until == null ? null : until.toEpochMilli());
    jpa.tx(
        TransactionType.Required,
        em -> {
          PersonTable.lock(em);
          if (PersonTable.find(em, name).isPresent()) {
            throw new IllegalArgumentException("there is somebody called " + name + " already");
          }
          em.persist(row);
          record(by, "person-add", name, null, PersonTable.words(row));
        });
    return password;
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

  private static void requireUnit(Set<Role> roles, String unit) {
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

  private void record(Caller by, String act, String subject, String before, String after) {
    trail.record(
        new AuditEvent(by.person(), by.origin(), act, subject, Outcome.DONE, before, after, ""));
  }

  @Override
  public void assign(String name, Set<Role> roles, String unit, Caller by) {
    requireUnit(roles, unit);
    change(
        name,
        "person-assign",
        by,
        em ->
            // Derby takes no NULL as a parameter whose type it is not told.
            PersonTable.update(
                em,
                "UPDATE gt_person SET roles = ?1, unit = NULLIF(CAST(?2 AS VARCHAR(15)), '')"
                    + " WHERE name = ?3",
                Role.words(roles),
                unit == null ? "" : unit,
                name));
  }

  @Override
  public void lock(String name, Caller by) {
    change(
        name,
        "person-lock",
        by,
        em -> PersonTable.update(em, "UPDATE gt_person SET locked = 1 WHERE name = ?1", name));
  }

  @Override
  public void unlock(String name, Caller by) {
    change(
        name,
        "person-unlock",
        by,
        em ->
            PersonTable.update(
                em,
                "UPDATE gt_person SET locked = 0, failures = 0, locked_until = 0 WHERE name = ?1",
                name));
  }

  @Override
  public String resetPassword(String name, Caller by) {
    String password = Passwords.oneTime();
    String hash = argon2.hash(password.toCharArray());
    long until = clock.now().plus(settings.oneTime()).toEpochMilli();
    change(
        name,
        "person-reset",
        by,
        em ->
            PersonTable.update(
                em,
                "UPDATE gt_person SET password_hash = ?1, must_change = 1, one_time_until = ?2,"
                    + " failures = 0, locked_until = 0 WHERE name = ?3",
                hash,
                until,
                name));
    return password;
  }

  /** What is done to somebody's row. */
  private interface Change {
    void apply(EntityManager em);
  }

  private void change(String name, String act, Caller by, Change change) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          PersonTable.lock(em);
          PersonRow row = PersonTable.require(em, name);
          String before = PersonTable.words(row);
          boolean administrator = isAdministrator(row);
          change.apply(em);
          em.refresh(row);
          if (administrator && !isAdministrator(row)) {
            requireAdministrator(em);
          }
          record(by, act, name, before, PersonTable.words(row));
        });
  }

  private static boolean isAdministrator(PersonRow row) {
    return !row.locked() && Role.parse(row.roles()).contains(Role.ADMINISTRATOR);
  }

  private static void requireAdministrator(EntityManager em) {
    if (PersonTable.list(em).stream().noneMatch(JpaPeople::isAdministrator)) {
      throw new IllegalStateException("nobody who may log in would be administrator then");
    }
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
          record(by, "password-change", name, null, null);
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
