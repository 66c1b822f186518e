package org.gridtill.api.platform.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last record at a moment. Whoever keeps it elsewhere can tell later whether anything up to
 * that record was changed or cut off.
 *
 * @param number the record's number; 0 while there is none
 * @param hash its hash, in 64 lower-case hexadecimal digits
 */
public record AuditAnchor(long number, String hash) {

  /** Before the first record. */
  public static final AuditAnchor NONE = new AuditAnchor(0, "0".repeat(64));

  private static final Pattern WORDS = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static AuditAnchor parse(String words) {
    Matcher matcher = WORDS.matcher(words.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "an anchor is a number, a colon and 64 hexadecimal digits, as audit-anchor prints it");
    }
    return new AuditAnchor(Long.parseLong(matcher.group(1)), matcher.group(2));
  }

  @Override
  public String toString() {
    return number + ":" + hash;
  }
}
