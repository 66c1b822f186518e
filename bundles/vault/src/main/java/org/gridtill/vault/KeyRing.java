package org.gridtill.vault;

import java.time.Instant;
import java.util.List;
import org.gridtill.api.platform.vault.Suite;

/**
 * A terminal's working keys, unwrapped, as the database had them at one moment. Never printed:
 * {@code toString} shows generations only.
 */
record KeyRing(long pending, long current, long previous, Instant previousUntil, List<Keys> keys) {

  /** One generation of keys. */
  static final class Keys {
    private final long generation;
    private final byte[] pinKey;
    private final byte[] macKey;

    Keys(long generation, byte[] pinKey, byte[] macKey) {
      this.generation = generation;
      this.pinKey = pinKey;
      this.macKey = macKey;
    }

    long generation() {
      return generation;
    }

    byte[] sign(byte[] data) {
      return CipherSuite.of(Suite.X919).mac(macKey, data);
    }

    byte[] encipher(byte[] data) {
      return TripleDes.encipher(pinKey, data);
    }

    byte[] decipher(byte[] data) {
      return TripleDes.decipher(pinKey, data);
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
