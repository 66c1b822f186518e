package org.gridtill.simulator.pos;

import java.net.ProtocolException;
import java.util.Arrays;
import java.util.List;

/** The working keys that a terminal got at sign-on. Immutable. */
public final class WorkingKeys {

  private static final int KEY = 16;
  private static final int CHECK = 4;

  private final TerminalCipher cipher;
  private final byte[] pinKey;
  private final byte[] macKey;

  private WorkingKeys(TerminalCipher cipher, byte[] pinKey, byte[] macKey) {
    this.cipher = cipher;
    this.pinKey = pinKey;
    this.macKey = macKey;
  }

  /** Takes the keys of a terminal with AES out of field 62. */
  public static WorkingKeys unwrap(byte[] masterKey, byte[] field62) throws ProtocolException {
    return unwrap(TerminalCipher.AES_CMAC, masterKey, field62);
  }

  /**
   * Takes the keys out of field 62: PIN key and MAC key, each 16 bytes enciphered under the
   * terminal's master key and 4 bytes of check value.
   *
   * @param cipher the terminal's ciphers
   * @param masterKey the terminal's master key, 16 bytes
   * @param field62 40 bytes
   * @throws ProtocolException if a check value is wrong, so that the master keys of terminal and
   *     platform differ
   */
  public static WorkingKeys unwrap(TerminalCipher cipher, byte[] masterKey, byte[] field62)
      throws ProtocolException {
    if (field62.length != 2 * (KEY + CHECK)) {
      throw new ProtocolException("field 62 has not 40 bytes");
    }
    return new WorkingKeys(
        cipher,
        unwrapOne(cipher, masterKey, field62, 0),
        unwrapOne(cipher, masterKey, field62, KEY + CHECK));
  }

  /** Returns the message authentication code of the data, 8 bytes. */
  public byte[] mac(byte[] data) {
    return cipher.mac(macKey, data);
  }

  /** Returns a PIN in a block enciphered under the PIN key. */
  byte[] pinBlock(String pin, String cardNo) {
    return cipher.pinBlock(pinKey, pin, cardNo);
  }

  /** Returns the keys themselves, for tests that look for them where they must not be. */
  public List<byte[]> plain() {
    return List.of(pinKey.clone(), macKey.clone());
  }

  private static byte[] unwrapOne(TerminalCipher cipher, byte[] masterKey, byte[] field62, int at)
      throws ProtocolException {
    byte[] key = cipher.decipherKey(masterKey, Arrays.copyOfRange(field62, at, at + KEY));
    byte[] check = Arrays.copyOfRange(field62, at + KEY, at + KEY + CHECK);
    if (!Arrays.equals(check, Arrays.copyOf(cipher.checkValue(key), CHECK))) {
      throw new ProtocolException("a check value in field 62 is wrong");
    }
    return key;
  }
}
