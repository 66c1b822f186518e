package org.gridtill.vault;

import java.time.Instant;
import java.util.List;

/**
 * A terminal's working keys, sealed, as the database had them at one moment. Never printed: {@code
 * toString} shows generations only.
 */
record KeyRing(long pending, long current, long previous, Instant previousUntil, List<Keys> keys) {

  /** One generation of keys. */
  record Keys(long generation, CipherSuite suite, Sealed pinKey, Sealed macKey) {

    byte[] sign(byte[] data) {
      return macKey.with(key -> suite.mac(key, data));
    }

    byte[] encipher(byte[] data) {
      return pinKey.with(key -> suite.encipher(key, data));
    }

    byte[] decipher(byte[] data) {
      return pinKey.with(key -> suite.decipher(key, data));
    }

    @Override
    public String toString() {
      return "generation " + generation;
    }
  }

  KeyRing {
    // The most likely one first.
    keys =
        keys.stream()
            .sorted((a, b) -> Boolean.compare(b.generation() == current, a.generation() == current))
            .toList();
  }

  /** Tells whether a generation may prove a message at that moment. */
  boolean accepts(long generation, Instant now) {
    return generation == current
        || generation == pending
        || generation == previous && now.isBefore(previousUntil);
  }
}
