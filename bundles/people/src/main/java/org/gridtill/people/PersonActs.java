package org.gridtill.people;

import java.util.Set;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditEvent.Outcome;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.people.Role;
import org.gridtill.store.people.PersonRow;

/**
 * What is done to people, in the caller's transaction, which holds the guard of {@link
 * PersonTable#lock}; each act is recorded in it. Whether somebody may do it alone was asked before.
 */
final class PersonActs {

  /** What is done to somebody's row. */
  interface Change {
    void apply(EntityManager em);
  }

  private final AuditTrail trail;

  PersonActs(AuditTrail trail) {
    this.trail = trail;
  }

  /** Adds somebody, unless that name is taken. */
  void add(EntityManager em, PersonRow row, Caller by, String details) {
    requireFree(em, row.name());
    em.persist(row);
    record(by, "person-add", row.name(), null, PersonTable.words(row), details);
  }

  static void requireFree(EntityManager em, String name) {
    if (PersonTable.find(em, name).isPresent()) {
      throw new IllegalArgumentException("there is somebody called " + name + " already");
    }
  }

  void assign(
      EntityManager em, String name, Set<Role> roles, String unit, Caller by, String details) {
    // Derby takes no NULL as a parameter whose type it is not told.
    Change change =
        now ->
            PersonTable.update(
                now,
                "UPDATE gt_person SET roles = ?1, unit = NULLIF(CAST(?2 AS VARCHAR(15)), '')"
                    + " WHERE name = ?3",
                Role.words(roles),
                unit == null ? "" : unit,
                name);
    change(em, name, "person-assign", by, details, change);
  }

  void lock(EntityManager em, String name, Caller by) {
    Change change =
        now -> PersonTable.update(now, "UPDATE gt_person SET locked = 1 WHERE name = ?1", name);
    change(em, name, "person-lock", by, "", change);
  }

  void unlock(EntityManager em, String name, Caller by, String details) {
    Change change =
        now ->
            PersonTable.update(
                now,
                "UPDATE gt_person SET locked = 0, failures = 0, locked_until = 0 WHERE name = ?1",
                name);
    change(em, name, "person-unlock", by, details, change);
  }

  /** Gives somebody a one-time password until a moment, in milliseconds since 1970. */
  void reset(EntityManager em, String name, String hash, long until, Caller by, String details) {
    Change change =
        now ->
            PersonTable.update(
                now,
                "UPDATE gt_person SET password_hash = ?1, must_change = 1, one_time_until = ?2,"
                    + " failures = 0, locked_until = 0 WHERE name = ?3",
                hash,
                until,
                name);
    change(em, name, "person-reset", by, details, change);
  }

  private void change(
      EntityManager em, String name, String act, Caller by, String details, Change change) {
    PersonRow row = PersonTable.require(em, name);
    String before = PersonTable.words(row);
    boolean administrator = isAdministrator(row);
    change.apply(em);
    em.refresh(row);
    if (administrator && !isAdministrator(row)) {
      requireAdministrator(em);
    }
    record(by, act, name, before, PersonTable.words(row), details);
  }

  /** Tells whether somebody may act as administrator. */
  static boolean isAdministrator(PersonRow row) {
    return !row.locked() && SecondPerson.isOne(row.roles());
  }

  private static void requireAdministrator(EntityManager em) {
    if (PersonTable.list(em).stream().noneMatch(PersonActs::isAdministrator)) {
      throw new IllegalStateException("nobody who may log in would be administrator then");
    }
  }

  void record(Caller by, String act, String subject, String before, String after, String details) {
    trail.record(
        new AuditEvent(
            by.person(), by.origin(), act, subject, Outcome.DONE, before, after, details));
  }
}
