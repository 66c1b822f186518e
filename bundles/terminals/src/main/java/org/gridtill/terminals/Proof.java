package org.gridtill.terminals;

import java.util.Locale;
import java.util.Set;

/**
 * What a kind of terminal must prove, beside itself, before money moves.
 *
 * @param card a collector's identity card
 * @param pin the PIN of that card
 * @param sim a SIM card
 */
record Proof(boolean card, boolean pin, boolean sim) {

  private static final Set<String> WORDS = Set.of("card", "pin", "sim");

  /**
   * Reads the words of a setting; none, or an empty one, is nothing.
   *
   * @throws IllegalArgumentException if a word is unknown, or a PIN is asked for without a card
   */
  static Proof of(String key, String... words) {
    boolean card = false;
    boolean pin = false;
    boolean sim = false;
    // A file in etc/ has all words in one value.
    for (String each : String.join(",", words).split(",")) {
      String word = each.strip().toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && !WORDS.contains(word)) {
        throw GuardSettings.wrong(key, "knows card, pin and sim, but not " + word);
      }
      card |= "card".equals(word);
      pin |= "pin".equals(word);
      sim |= "sim".equals(word);
    }
    if (pin && !card) {
      throw GuardSettings.wrong(key, "asks for the PIN of a card, but for no card");
    }
    return new Proof(card, pin, sim);
  }

  boolean isNothing() {
    return !card && !sim;
  }
}
