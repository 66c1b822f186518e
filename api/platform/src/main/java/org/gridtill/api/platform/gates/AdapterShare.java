package org.gridtill.api.platform.gates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two versions of a terminal adapter side by side: which terminals the one serves. All others are
 * served by the best of any other version. If the version that a terminal is meant for is not
 * there, or not fit, the other one serves it.
 *
 * @param adapter the adapter's name
 * @param version the version of the bundle that serves the share, as the framework writes it
 * @param percent how many of a hundred terminals it serves, 0 to 100
 * @param terminals codes of terminals that it serves besides, sorted
 */
public record AdapterShare(String adapter, String version, int percent, Set<String> terminals) {

  private static final int ALL = 100;

  /**
   * Checks them, and takes a copy of the codes.
   *
   * @throws IllegalArgumentException if something makes no sense, saying what
   */
  public AdapterShare {
    if (!adapter.matches("[0-9A-Za-z._-]{1,64}")) {
      throw new IllegalArgumentException("adapter: not the name of an adapter: " + adapter);
    }
    if (!version.matches("\\d+\\.\\d+\\.\\d+(\\.[0-9A-Za-z_-]+)?")) {
      throw new IllegalArgumentException("version: not like 1.2.0: " + version);
    }
    if (percent < 0 || percent > ALL) {
      throw new IllegalArgumentException("percent: not from 0 to 100: " + percent);
    }
    for (String terminal : terminals) {
      if (!terminal.matches("[0-9A-Za-z]{1,16}")) {
        throw new IllegalArgumentException(
            "terminals: a code has 1 to 16 letters or digits, not: " + terminal);
      }
    }
    if (percent == 0 && terminals.isEmpty()) {
      throw new IllegalArgumentException("a share needs a percentage, terminals, or both");
    }
    terminals = Collections.unmodifiableSortedSet(new TreeSet<>(terminals));
  }

  /**
   * Tells whether the version serves a terminal. It depends on nothing but the code, so that a
   * terminal stays where it is, also over restarts, and a higher percentage only adds terminals.
   *
   * @param terminalCode empty if it is not known yet; then it does not
   */
  public boolean serves(String terminalCode) {
    return !terminalCode.isEmpty()
        && (terminals.contains(terminalCode) || percent > 0 && place(terminalCode) < percent);
  }

  /** Returns a terminal's place among a hundred, over which codes in sequence are spread. */
  private static int place(String terminalCode) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(terminalCode.getBytes(StandardCharsets.US_ASCII));
      int number = (hash[0] & 0x7f) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8;
      return (number | hash[3] & 0xff) % ALL;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java always has SHA-256", e);
    }
  }

  /** Returns which terminals it is, such as {@code 10 % of the terminals, and T0000001}. */
  public String part() {
    String listed = String.join(", ", terminals);
    if (percent == 0) {
      return listed;
    }
    return percent + " % of the terminals" + (listed.isEmpty() ? "" : ", and " + listed);
  }

  @Override
  public String toString() {
    return adapter + ' ' + version + ": " + part();
  }
}
