package org.gridtill.terminals;

/** The forms that numbers and names must have. */
final class Forms {

  private static final int LONGEST_PERSON = 64;

  private Forms() {}

  static String terminalCode(String value) {
    return require("terminal code", value, "[0-9A-Za-z]{1,16}", "1 to 16 letters or digits");
  }

  static String agencyCode(String value) {
    return require("agency code", value, "[0-9A-Za-z]{1,15}", "1 to 15 letters or digits");
  }

  static String adapter(String value) {
    return require(
        "adapter name", value, "[a-z0-9][a-z0-9-]{0,31}", "lower-case letters, digits, dashes");
  }

  static String cardNo(String value) {
    return require("card number", value, "[0-9]{8,19}", "8 to 19 digits");
  }

  /** Checks an ICCID with its check digit. */
  static String iccid(String value) {
    require("ICCID", value, "[0-9]{19,20}", "19 or 20 digits");
    if (!isLuhn(value)) {
      throw new IllegalArgumentException("the ICCID's check digit is wrong");
    }
    return value;
  }

  static String imsi(String value) {
    return require("IMSI", value, "[0-9]{15}", "15 digits");
  }

  /** Checks a maker's number; returns null for none. */
  static String serialNo(String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    return require(
        "serial number", value, "[0-9A-Za-z.-]{1,32}", "1 to 32 letters, digits, dots, dashes");
  }

  static void person(String person) {
    if (person == null || person.isBlank() || person.length() > LONGEST_PERSON) {
      throw new IllegalArgumentException("who does this must be named");
    }
  }

  /** Checks a new PIN, which must not be the first that a thief tries. */
  static void newPin(char... pin) {
    if (pin.length < 4 || pin.length > 12) {
      throw new IllegalArgumentException("a PIN has 4 to 12 digits");
    }
    boolean same = true;
    boolean up = true;
    boolean down = true;
    for (int i = 0; i < pin.length; i++) {
      if (pin[i] < '0' || pin[i] > '9') {
        throw new IllegalArgumentException("a PIN has 4 to 12 digits");
      }
      if (i > 0) {
        same &= pin[i] == pin[i - 1];
        up &= pin[i] == pin[i - 1] + 1;
        down &= pin[i] == pin[i - 1] - 1;
      }
    }
    if (same || up || down) {
      throw new IllegalArgumentException("this PIN is too simple");
    }
  }

  private static String require(String what, String value, String pattern, String form) {
    if (value == null || !value.matches(pattern)) {
      throw new IllegalArgumentException("wrong " + what + ": it has " + form);
    }
    return value;
  }

  /** The check digit of ISO/IEC 7812-1. */
  static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed / 10 + weighed % 10;
    }
    return sum % 10 == 0;
  }
}
