package org.gridtill.api.platform.approvals;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.gridtill.api.platform.people.Role;

/**
 * What somebody wants to be done, exactly as it is going to be done.
 *
 * @param kind what
 * @param subject the person's name, or the vendor's alias
 * @param roles the person's roles then; empty if they do not change
 * @param unit the agency that the person is restricted to then, or null
 * @param certificate the vendor's certificate as PEM, or null
 * @param fingerprint the certificate's SHA-256 fingerprint as the vendor has told it, or null
 */
public record Act(
    Kind kind,
    String subject,
    Set<Role> roles,
    String unit,
    String certificate,
    String fingerprint) {

  /** The acts that may need a second person. */
  public enum Kind {
    /** Somebody who is administrator is added. */
    PERSON_ADD,
    /** Somebody becomes administrator, or is none any more. */
    PERSON_ASSIGN,
    /** An administrator gets a new one-time password. */
    PERSON_RESET,
    /** An administrator whom somebody has locked is let in again. */
    PERSON_UNLOCK,
    /** A vendor's code may run. */
    VENDOR_TRUST;

    /** Returns the act as people know it: the command's name. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Checks that what is always there is there. */
  public Act {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    roles = Set.copyOf(roles);
  }

  /** Somebody is added. */
  public static Act addPerson(String name, Set<Role> roles, String unit) {
    return new Act(Kind.PERSON_ADD, name, roles, unit, null, null);
  }

  /** Somebody gets other roles. */
  public static Act assignPerson(String name, Set<Role> roles, String unit) {
    return new Act(Kind.PERSON_ASSIGN, name, roles, unit, null, null);
  }

  /** Somebody gets a new one-time password. */
  public static Act resetPerson(String name) {
    return new Act(Kind.PERSON_RESET, name, Set.of(), null, null, null);
  }

  /** Somebody is let in again. */
  public static Act unlockPerson(String name) {
    return new Act(Kind.PERSON_UNLOCK, name, Set.of(), null, null, null);
  }

  /** A vendor is trusted. */
  public static Act trustVendor(String alias, String certificate, String fingerprint) {
    return new Act(Kind.VENDOR_TRUST, alias, Set.of(), null, certificate, fingerprint);
  }

  /** Returns what whoever approves types, so that it cannot be another one. */
  public String confirmation() {
    return kind == Kind.VENDOR_TRUST ? fingerprint : subject;
  }

  /** Returns what is going to be done, for people; there is no secret in it. */
  public String words() {
    String more = roles.isEmpty() ? "" : " " + Role.words(roles);
    String where = unit == null ? "" : " of " + unit;
    String print = fingerprint == null ? "" : " with the certificate " + fingerprint;
    return kind.word() + " " + subject + more + where + print;
  }
}
