package org.gridtill.simulator.pos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Master keys of simulated terminals, which anybody can compute. A real terminal's key is made at
 * random and enters platform and terminal in two components that two people carry.
 */
public final class TestKeys {

  private static final int LENGTH = 16;

  private TestKeys() {}

  /**
   * Returns a component of a simulated terminal's master key, 16 bytes.
   *
   * @param number 1 or 2
   */
  public static byte[] component(String terminalCode, int number) {
    String seed = "gridtill-test-component-" + number + "/" + terminalCode;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime has no SHA-256", e);
    }
  }

  /** Returns a simulated terminal's master key, 16 bytes. */
  public static byte[] masterKey(String terminalCode) {
    byte[] key = component(terminalCode, 1);
    byte[] other = component(terminalCode, 2);
    for (int i = 0; i < LENGTH; i++) {
      key[i] ^= other[i];
    }
    return key;
  }
}
