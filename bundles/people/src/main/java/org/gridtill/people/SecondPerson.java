package org.gridtill.people;

import java.util.Set;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.people.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule by which administrators need each other: as soon as another one has ever logged in. One
 * who was locked since counts too; else whoever locks the others could go on alone.
 */
final class SecondPerson {

  private static final Logger LOG = LoggerFactory.getLogger(SecondPerson.class);

  private SecondPerson() {}

  /** Tells whether there is anybody else whom a person can ask, or could before. */
  static boolean isNeeded(EntityManager em, Caller by) {
    return PersonTable.list(em).stream()
        .anyMatch(
            row ->
                row.lastLoginAt() != null && isOne(row.roles()) && !row.name().equals(by.person()));
  }

  /** Tells whether roles, as the database has them, are an administrator's. */
  static boolean isOne(String roles) {
    return isOne(Role.parse(roles));
  }

  static boolean isOne(Set<Role> roles) {
    return roles.contains(Role.ADMINISTRATOR);
  }

  /**
   * Lets somebody do alone what needs two, if there is nobody else.
   *
   * @param act what they do, as the audit trail names it
   * @return the details for the audit trail
   * @throws IllegalStateException if there is somebody else
   */
  static String alone(EntityManager em, String act, String subject, Caller by) {
    if (isNeeded(em, by)) {
      throw new IllegalStateException(
          act + " " + subject + " needs another administrator, since it is about one; ask for it");
    }
    if (by.person().equals(AuditEvent.PLATFORM)) {
      return ""; // the very first one, whom nobody adds
    }
    LOG.warn(
        "{} does {} {} alone, since no other administrator has ever logged in",
        by.person(),
        act,
        subject);
    return "alone: no other administrator has ever logged in";
  }
}
