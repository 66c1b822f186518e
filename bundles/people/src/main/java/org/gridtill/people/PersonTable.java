package org.gridtill.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.gridtill.api.platform.people.Person;
import org.gridtill.api.platform.people.Role;
import org.gridtill.store.people.PersonRow;

/** The statements on the table of people; each runs in the caller's transaction. */
final class PersonTable {

  private PersonTable() {}

  /** Lets nobody else change people until the transaction ends. */
  static void lock(EntityManager em) {
    if (update(em, "UPDATE gt_person_guard SET id = id WHERE id = 1") != 1) {
      throw new IllegalStateException("gt_person_guard has lost its row");
    }
  }

  /** Reads somebody as the database has them, also when the transaction has read them before. */
  static Optional<PersonRow> find(EntityManager em, String name) {
    PersonRow row = em.find(PersonRow.class, name);
    if (row != null) {
      em.refresh(row);
    }
    return Optional.ofNullable(row);
  }

  /**
   * Reads somebody.
   *
   * @throws IllegalArgumentException if there is nobody of that name
   */
  static PersonRow require(EntityManager em, String name) {
    return find(em, name)
        .orElseThrow(() -> new IllegalArgumentException("there is nobody called " + name));
  }

  static List<PersonRow> list(EntityManager em) {
    return em.createQuery("SELECT p FROM PersonRow p ORDER BY p.name", PersonRow.class)
        .getResultList();
  }

  static boolean isEmpty(EntityManager em) {
    return em.createQuery("SELECT p.name FROM PersonRow p", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Runs a statement with its parameters, and returns how many rows it changed. */
  static int update(EntityManager em, String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query.executeUpdate();
  }

  static Person person(PersonRow row, Instant now) {
    return new Person(
        row.name(),
        Role.parse(row.roles()),
        row.unit(),
        row.locked(),
        row.lockedUntil() > now.toEpochMilli() ? Instant.ofEpochMilli(row.lockedUntil()) : null,
        row.mustChange(),
        moment(row.oneTimeUntil()),
        moment(row.lastLoginAt()));
  }

  private static Instant moment(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** Returns what somebody may do, for the audit trail. */
  static String words(PersonRow row) {
    return words(Role.parse(row.roles()), row.unit()) + (row.locked() ? ", locked" : "");
  }

  static String words(Set<Role> roles, String unit) {
    return Role.words(roles) + (unit == null ? "" : " of " + unit);
  }
}
