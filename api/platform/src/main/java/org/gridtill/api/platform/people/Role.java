package org.gridtill.api.platform.people;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody does for the utility. docs/people.md lists what each may do. */
public enum Role {
  /** Runs the platform itself: people, trust, keys, configuration. */
  ADMINISTRATOR("admin"),
  /** Decides about money: limits, reversals, shortages. */
  MANAGER("manager"),
  /** Asks for such decisions, and keeps remittance and the books. */
  FINANCE("finance"),
  /** Looks at everything, and changes nothing. */
  AUDITOR("auditor"),
  /** Keeps terminals, adapters and messages going. */
  OPERATIONS("operations"),
  /** Administers one agency and those below it. */
  AGENCY("agency");

  private final String principal;

  Role(String principal) {
    this.principal = principal;
  }

  /** Returns the name under which rules, such as those of Karaf's commands, know it. */
  public String principal() {
    return principal;
  }

  /** Returns the role as people type it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads roles as people type them, with commas between.
   *
   * @throws IllegalArgumentException if there is none of that name, or none at all
   */
  public static Set<Role> parse(String words) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : words.split(",", -1)) {
      roles.add(
          Stream.of(values())
              .filter(role -> role.word().equals(word.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "there is no role '" + word.strip() + "'; the roles are " + all())));
    }
    return roles;
  }

  private static String all() {
    return words(EnumSet.allOf(Role.class));
  }

  /** Returns roles as {@link #parse} reads them. */
  public static String words(Set<Role> roles) {
    return roles.stream().sorted().map(Role::word).collect(Collectors.joining(","));
  }
}
