package org.gridtill.api.platform.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people who may log in. Each change is recorded in the audit trail in the same transaction.
 * Safe for use by several threads and nodes.
 *
 * <p>All methods throw {@link IllegalArgumentException} if there is no such person or an argument
 * is wrong, and {@link IllegalStateException} if a rule forbids it, with a sentence that says what.
 */
@ProviderType
public interface People {

  /**
   * Adds somebody.
   *
   * @param name 2 to 32 lower-case letters, digits, dots and dashes, the first one a letter
   * @param unit the agency that they are restricted to, or null; required with {@link Role#AGENCY},
   *     and only allowed with that role alone
   * @param by who adds them
   * @return a one-time password, which is kept nowhere; all that it is good for is to change it
   */
  String add(String name, Set<Role> roles, String unit, Caller by);

  /**
   * Gives somebody other roles and another unit. It counts from their next login on.
   *
   * @throws IllegalStateException if nobody who may log in would be administrator afterwards
   */
  void assign(String name, Set<Role> roles, String unit, Caller by);

  /**
   * Keeps somebody from logging in.
   *
   * @throws IllegalStateException if nobody who may log in would be administrator afterwards
   */
  void lock(String name, Caller by);

  /** Lets somebody log in again, also before the time after too many wrong passwords is over. */
  void unlock(String name, Caller by);

  /** Gives somebody a new one-time password, and returns it. */
  String resetPassword(String name, Caller by);

  /**
   * Changes somebody's own password. A wrong old one counts as one at a login does.
   *
   * @param old the password until now
   * @param next the new one: long enough, without the name in it, another one than until now
   * @param by who changes it; nobody else than whose it is
   * @throws IllegalStateException if the old one is wrong
   */
  void changePassword(char[] old, char[] next, Caller by);

  /** Returns somebody. */
  Optional<Person> find(String name);

  /** Returns everybody, in the order of their names. */
  List<Person> list();
}
