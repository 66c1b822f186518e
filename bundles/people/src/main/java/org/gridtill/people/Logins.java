package org.gridtill.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditEvent.Outcome;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.people.PersonPrincipal;
import org.gridtill.api.platform.people.Role;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.people.PersonRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares passwords. An attempt is counted before its password is looked at, by an update that
 * names the count it has seen: of several at once, on whatever node, no more than are allowed get
 * so far.
 */
final class Logins {

  private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
  private static final int TRIES = 50;

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final AuditTrail trail;
  private final Argon2 argon2;
  private final PeopleSettings settings;

  /** What became of an attempt. */
  enum Result {
    RIGHT,
    WRONG,
    /** Locked, or locked out; the password was not looked at, although it took as long. */
    KEPT_OUT,
    UNKNOWN,
    EXPIRED
  }

  /** An attempt that is counted; the row is as it was before, and the last one locks out. */
  private record Attempt(PersonRow row, boolean last) {}

  Logins(
      JpaTemplate jpa,
      PlatformClock clock,
      AuditTrail trail,
      Argon2 argon2,
      PeopleSettings settings) {
    this.jpa = jpa;
    this.clock = clock;
    this.trail = trail;
    this.argon2 = argon2;
    this.settings = settings;
  }

  /**
   * Lets somebody in.
   *
   * @param unknown whether attempts of nobody who is known are recorded
   * @return who it is; empty if they may not come in, for whatever reason
   */
  Optional<PersonPrincipal> login(String name, char[] password, String origin, boolean unknown) {
    Caller by = new Caller(name, origin);
    Result result = compare(name, password, by);
    if (result == Result.RIGHT) {
      return welcome(by);
    }
    if (result != Result.UNKNOWN || unknown) {
      LOG.warn("{} may not log in from {}: {}", loggable(name), origin, result);
      record(by, "login", Outcome.REFUSED, result.name());
    }
    return Optional.empty();
  }

  /** What somebody types as a name may be anything. */
  private static String loggable(String name) {
    return name.matches("[\\w.@-]{1,40}") ? name : "somebody";
  }

  private Optional<PersonPrincipal> welcome(Caller by) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          PersonRow row = PersonTable.require(em, by.person());
          PersonTable.update(
              em,
              "UPDATE gt_person SET last_login_at = ?1 WHERE name = ?2",
              clock.now().toEpochMilli(),
              by.person());
          record(by, "login", Outcome.DONE, row.mustChange() ? "with a one-time password" : "");
          Set<Role> roles = row.mustChange() ? Set.of() : Role.parse(row.roles());
          return Optional.of(new PersonPrincipal(row.name(), roles, row.unit()));
        });
  }

  private void record(Caller by, String act, Outcome outcome, String details) {
    trail.record(
        new AuditEvent(by.person(), by.origin(), act, by.person(), outcome, null, null, details));
  }

  /** Compares a password, and counts and records what follows from it. */
  Result compare(String name, char[] password, Caller by) {
    Optional<Attempt> counted = count(name);
    if (counted.isEmpty()) {
      argon2.verify(password, argon2.nobodys());
      return exists(name) ? Result.KEPT_OUT : Result.UNKNOWN;
    }
    PersonRow row = counted.get().row();
    String hash = row.passwordHash();
    if (!argon2.verify(password, hash)) {
      if (counted.get().last()) {
        record(by, "lockout", Outcome.DONE, "for " + settings.lockout().toMinutes() + " minutes");
      }
      return Result.WRONG;
    }
    Long until = row.oneTimeUntil();
    if (until != null && until <= clock.now().toEpochMilli()) {
      return Result.EXPIRED;
    }
    String kept = argon2.isWeak(hash) ? argon2.hash(password) : hash;
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            PersonTable.update(
                        em,
                        "UPDATE gt_person SET failures = 0, locked_until = 0, password_hash = ?1"
                            + " WHERE name = ?2 AND password_hash = ?3 AND locked = 0",
                        kept,
                        name,
                        hash)
                    == 1
                ? Result.RIGHT
                : Result.KEPT_OUT);
  }

  private boolean exists(String name) {
    return jpa.txExpr(TransactionType.Required, em -> PersonTable.find(em, name).isPresent());
  }

  /** Counts an attempt as if it were wrong; empty if there may be none. */
  private Optional<Attempt> count(String name) {
    for (int i = 0; i < TRIES; i++) {
      Optional<PersonRow> seen =
          jpa.txExpr(TransactionType.Required, em -> PersonTable.find(em, name));
      Instant now = clock.now();
      if (seen.isEmpty() || seen.get().locked() || seen.get().lockedUntil() > now.toEpochMilli()) {
        return Optional.empty();
      }
      PersonRow row = seen.get();
      // Once a lockout is over, counting begins anew.
      int failures = row.lockedUntil() > 0 ? 1 : row.failures() + 1;
      long until =
          failures >= settings.failures() ? now.plus(settings.lockout()).toEpochMilli() : 0;
      boolean counted =
          jpa.txExpr(
              TransactionType.Required,
              em ->
                  PersonTable.update(
                          em,
                          "UPDATE gt_person SET failures = ?1, locked_until = ?2 WHERE name = ?3"
                              + " AND failures = ?4 AND locked_until = ?5 AND locked = 0",
                          failures,
                          until,
                          name,
                          row.failures(),
                          row.lockedUntil())
                      == 1);
      if (counted) {
        return Optional.of(new Attempt(row, until > 0));
      }
    }
    return Optional.empty();
  }
}
