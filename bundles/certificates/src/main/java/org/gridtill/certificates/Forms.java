package org.gridtill.certificates;

import java.util.List;
import org.bouncycastle.util.IPAddress;

/** How what people type must look. */
final class Forms {

  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final int LONGEST_NAME = 64;
  private static final int MOST_NAMES = 20;

  private Forms() {}

  static void person(String person) {
    if (person == null || person.isBlank() || person.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a person's name has 1 to 64 characters");
    }
  }

  static void authorityName(String name) {
    if (name == null || !name.matches("[A-Za-z0-9][A-Za-z0-9 .-]{0,63}") || name.endsWith(" ")) {
      throw new IllegalArgumentException(
          "the authority's name is 1 to 64 letters, digits, blanks, dots and dashes: " + name);
    }
  }

  static void serverNames(List<String> names) {
    if (names.isEmpty() || names.size() > MOST_NAMES) {
      throw new IllegalArgumentException("an endpoint has 1 to " + MOST_NAMES + " names");
    }
    for (String name : names) {
      boolean isHost = name.length() <= LONGEST_NAME && name.matches(LABEL + "(\\." + LABEL + ")*");
      if (!isHost && !IPAddress.isValid(name)) {
        throw new IllegalArgumentException("this is no host name or address: " + name);
      }
    }
  }
}
