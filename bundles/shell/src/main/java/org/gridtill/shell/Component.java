package org.gridtill.shell;

import java.util.Arrays;

/** Components of keys as people write them: hexadecimal digits, with blanks where they like. */
final class Component {

  static final int BYTES = 16;

  private static final int RADIX = 16;

  private Component() {}

  /** Reads a component; a wrong one is not repeated in the error. */
  static byte[] parse(CharSequence digits) {
    byte[] component = new byte[BYTES];
    int count = 0;
    boolean wrong = false;
    for (int i = 0; i < digits.length(); i++) {
      char each = digits.charAt(i);
      if (each == ' ') {
        continue;
      }
      int value = Character.digit(each, RADIX);
      wrong |= value < 0 || each > 'f' || count == 2 * BYTES;
      if (!wrong) {
        component[count / 2] |= (byte) (count % 2 == 0 ? value << 4 : value);
        count++;
      }
    }
    if (wrong || count != 2 * BYTES) {
      Arrays.fill(component, (byte) 0);
      throw new IllegalArgumentException("a component has " + 2 * BYTES + " hexadecimal digits");
    }
    return component;
  }
}
