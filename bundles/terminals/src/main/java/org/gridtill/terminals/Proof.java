package org.gridtill.terminals;

import java.util.Locale;
import java.util.Set;

/**
 * What a kind of terminal must prove, beside itself, before money moves.
 *
 * @param card a collector's identity card
 * @param pin the PIN of that card
 * @param sim a SIM card
 * @param certificate a certificate of its own, on every connection and for every message
 */
record Proof(boolean card, boolean pin, boolean sim, boolean certificate) {

  private static final Set<String> WORDS = Set.of("card", "pin", "sim", "certificate");

  /**
   * Reads the words of a setting; none, or an empty one, is nothing.
   *
   * @throws IllegalArgumentException if a word is unknown, or a PIN is asked for without a card
   */
  static Proof of(String key, String... words) {
    boolean card = false;
    boolean pin = false;
    boolean sim = false;
    boolean certificate = false;
    // A file in etc/ has all words in one value.
    for (String each : String.join(",", words).split(",")) {
      String word = each.strip().toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && !WORDS.contains(word)) {
        throw GuardSettings.wrong(key, "knows card, pin, sim and certificate, but not " + word);
      }
      card |= "card".equals(word);
      pin |= "pin".equals(word);
      sim |= "sim".equals(word);
      certificate |= "certificate".equals(word);
    }
    if (pin && !card) {
      throw GuardSettings.wrong(key, "asks for the PIN of a card, but for no card");
    }
    return new Proof(card, pin, sim, certificate);
  }

  /** Tells whether nothing must open a shift. */
  boolean isNothing() {
    return !card && !sim;
  }
}
