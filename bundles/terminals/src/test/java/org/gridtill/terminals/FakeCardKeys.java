package org.gridtill.terminals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;

/**
 * Cards whose answer can be read, and PIN blocks that are PINs; what it is about is in the rules.
 */
final class FakeCardKeys implements CardKeys {

  /** How many PINs were looked at. */
  final AtomicInteger checks = new AtomicInteger();

  static byte[] answer(String cardNo, String terminalCode, byte[] challenge) {
    return Arrays.copyOf(
        Integer.toHexString(
                Arrays.hashCode(challenge) ^ cardNo.hashCode() ^ terminalCode.hashCode())
            .getBytes(StandardCharsets.US_ASCII),
        8);
  }

  static byte[] block(String pin) {
    return pin.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean answers(String cardNo, String terminalCode, byte[] challenge, byte[] answer) {
    return Arrays.equals(answer, answer(cardNo, terminalCode, challenge));
  }

  @Override
  public String hashPin(String cardNo, char[] pin) {
    return "hash-" + cardNo + '-' + new String(pin);
  }

  @Override
  public PinCheck checkPin(KeyHandle keys, String cardNo, byte[] block, String hash) {
    checks.incrementAndGet();
    String pin = new String(block, StandardCharsets.US_ASCII);
    if (!pin.matches("[0-9]+")) {
      return PinCheck.MALFORMED;
    }
    return hash.equals(hashPin(cardNo, pin.toCharArray())) ? PinCheck.RIGHT : PinCheck.WRONG;
  }
}
