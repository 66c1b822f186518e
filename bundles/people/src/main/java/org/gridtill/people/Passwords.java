package org.gridtill.people;

import java.security.SecureRandom;
import java.util.Locale;

/** Which passwords are good enough, and how one-time passwords are made. */
final class Passwords {

  private static final int LONGEST = 128;
  private static final int FEWEST_KINDS = 5;

  /** Without those that look like each other. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int HALF = 3;
  private static final int GROUP = 4;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /**
   * Refuses what is too easy.
   *
   * @throws IllegalArgumentException if it is, saying why
   */
  static void require(char[] password, String name, int shortest) {
    if (password.length < shortest || password.length > LONGEST) {
      throw new IllegalArgumentException(
          "a password has " + shortest + " to " + LONGEST + " characters");
    }
    String words = new String(password);
    if (words.toLowerCase(Locale.ROOT).contains(name)) {
      throw new IllegalArgumentException("a password does not contain the name");
    }
    if (words.chars().distinct().count() < FEWEST_KINDS) {
      throw new IllegalArgumentException(
          "a password has at least " + FEWEST_KINDS + " different characters");
    }
    if (words.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a password has no control characters");
    }
  }

  /** Makes a password of nearly 100 bits, in groups that people can read to each other. */
  static String oneTime() {
    return random(GROUPS);
  }

  /** Makes half of a password, of nearly 60 bits, which one of two people gets. */
  static String half() {
    return random(HALF);
  }

  private static String random(int groups) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < groups * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
