package org.gridtill.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;

/**
 * Keys derived from the cards' master key by NIST SP 800-108 in counter mode with AES-CMAC: counter
 * 1 in one byte, the label, a zero byte, the card's number, and the length in bits in two bytes.
 */
final class CardKey {

  private static final int BITS = 8 * CipherSuite.KEY_BYTES;

  private CardKey() {}

  /**
   * Derives a key.
   *
   * @param label what it is for
   * @return 16 bytes, which the caller wipes
   */
  static byte[] derive(byte[] master, String label, String cardNo) {
    byte[] name = label.getBytes(StandardCharsets.US_ASCII);
    byte[] number = cardNo.getBytes(StandardCharsets.US_ASCII);
    byte[] input = new byte[1 + name.length + 1 + number.length + 2];
    input[0] = 1;
    System.arraycopy(name, 0, input, 1, name.length);
    System.arraycopy(number, 0, input, 2 + name.length, number.length);
    input[input.length - 2] = (byte) (BITS >> 8);
    input[input.length - 1] = (byte) BITS;
    return cmac(master, input);
  }

  /** Returns the whole AES-CMAC. */
  static byte[] cmac(byte[] key, byte[] data) {
    return Blocks.with(
        key,
        parameter -> {
          CMac mac = new CMac(AESEngine.newInstance());
          mac.init(parameter);
          mac.update(data, 0, data.length);
          byte[] code = new byte[mac.getMacSize()];
          mac.doFinal(code, 0);
          return code;
        });
  }

  /** Returns a card's answer to a challenge. */
  static byte[] answer(byte[] cardKey, String cardNo, String terminalCode, byte[] challenge) {
    byte[] text =
        String.format(java.util.Locale.ROOT, "%-16s%s", terminalCode, cardNo)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] input = Arrays.copyOf(challenge, challenge.length + text.length);
    System.arraycopy(text, 0, input, challenge.length, text.length);
    return Arrays.copyOf(cmac(cardKey, input), CipherSuite.CODE_BYTES);
  }
}
