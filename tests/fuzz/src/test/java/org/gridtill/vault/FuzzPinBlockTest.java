package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.HexFormat;
import org.gridtill.fuzz.Effort;

/** PIN blocks, deciphered: the first byte says how long the card's number is. */
class FuzzPinBlockTest {

  private static final String NUMBER = "6214830012345678905";

  @FuzzTest
  void block(byte[] data) throws Exception {
    if (data.length == 0) {
      return;
    }
    String cardNo = NUMBER.substring(0, 8 + (data[0] & 0xff) % 12);
    byte[] block = Arrays.copyOfRange(data, 1, data.length);
    // As if the cipher changed nothing: all that it could give is reached.
    char[] pin =
        Effort.bounded(block.length, () -> PinBlock.read(cardNo, block.clone(), byte[]::clone));
    if (pin == null) {
      return;
    }
    String digits = new String(pin);
    assertThat(digits).matches("[0-9]{4,12}");
    assertThat(block.length).isIn(8, 16);
    // Whoever knows PIN and card can make no other block of the short form.
    if (block.length == 8) {
      String field = String.format("0%X%s", pin.length, digits);
      byte[] plain = HexFormat.of().parseHex(field + "F".repeat(16 - field.length()));
      String body = "0".repeat(12) + cardNo.substring(0, cardNo.length() - 1);
      byte[] account = HexFormat.of().parseHex("0000" + body.substring(body.length() - 12));
      for (int i = 0; i < plain.length; i++) {
        plain[i] ^= account[i];
      }
      assertThat(block).isEqualTo(plain);
    }
  }
}
