package org.gridtill.simulator.pos;

import java.net.ProtocolException;
import java.util.Arrays;

/** The working keys that a terminal got at sign-on. Immutable. */
public final class WorkingKeys {

  private static final int KEY = 16;
  private static final int CHECK = 4;

  private final byte[] macKey;

  private WorkingKeys(byte[] macKey) {
    this.macKey = macKey;
  }

  /**
   * Takes the keys out of field 62: PIN key and MAC key, each 16 bytes enciphered under the
   * terminal's master key and 4 bytes of check value.
   *
   * @param masterKey the terminal's master key, 16 bytes
   * @param field62 40 bytes
   * @throws ProtocolException if a check value is wrong, so that the master keys of terminal and
   *     platform differ
   */
  public static WorkingKeys unwrap(byte[] masterKey, byte[] field62) throws ProtocolException {
    if (field62.length != 2 * (KEY + CHECK)) {
      throw new ProtocolException("field 62 has not 40 bytes");
    }
    unwrapOne(masterKey, field62, 0);
    return new WorkingKeys(unwrapOne(masterKey, field62, KEY + CHECK));
  }

  /** Returns the message authentication code of the data, 8 bytes. */
  public byte[] mac(byte[] data) {
    return TripleDes.mac(macKey, data);
  }

  private static byte[] unwrapOne(byte[] masterKey, byte[] field62, int at)
      throws ProtocolException {
    byte[] key = TripleDes.decipher(masterKey, Arrays.copyOfRange(field62, at, at + KEY));
    byte[] check = Arrays.copyOfRange(field62, at + KEY, at + KEY + CHECK);
    byte[] zeros = TripleDes.encipher(key, new byte[8]);
    if (!Arrays.equals(check, Arrays.copyOf(zeros, CHECK))) {
      throw new ProtocolException("a check value in field 62 is wrong");
    }
    return key;
  }
}
