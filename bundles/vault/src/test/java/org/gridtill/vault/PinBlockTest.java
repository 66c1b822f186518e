package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PIN blocks that nobody has enciphered; with ciphers see {@link DatabaseCardKeysTest}. */
class PinBlockTest {

  private static final String ACCOUNT = "43219876543210987";

  private static String read(String account, String block) {
    char[] pin = PinBlock.read(account, HexFormat.of().parseHex(block), UnaryOperator.identity());
    return pin == null ? null : new String(pin);
  }

  /** The example of format 0 that Wikipedia's "ISO 9564" works out. */
  @Test
  void readsThePublishedBlockOfFormat0() {
    assertThat(read(ACCOUNT, "0412AC89ABCDEF67")).isEqualTo("1234");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "12345", "123456789012", "0000"})
  void readsPinsOfAllLengths(String pin) {
    String block = HexFormat.of().formatHex(PinBlocks.format0(pin, ACCOUNT));
    assertThat(read(ACCOUNT, block)).isEqualTo(pin);
    assertThat(read("88000001", HexFormat.of().formatHex(PinBlocks.format0(pin, "88000001"))))
        .as("a short number")
        .isEqualTo(pin);
  }

  @Test
  void anotherCardsBlockIsNone() {
    assertThat(read("43219876543210995", "0412AC89ABCDEF67")).isNotEqualTo("1234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1412AC89ABCDEF67", // format 1
        "0312AC89ABCDEF67", // three digits
        "0D12AC89ABCDEF67", // thirteen
        "041AAC89ABCDEF67", // not a digit
        "0412AC89ABCDEF60", // another fill
        "0412AC89ABCDEF", // seven bytes
        "",
        "0412AC89ABCDEF670412AC89ABCDEF67"
      })
  void whatIsNoPinBlockIsNone(String block) {
    assertThat(read(ACCOUNT, block)).isNull();
  }
}
