package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AesCmacSuiteTest {

  private static final HexFormat HEX = HexFormat.of();

  /** Key and message of RFC 4493, section 4, which are also those of NIST SP 800-38A and 38B. */
  private static final byte[] KEY = HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c");

  private static final byte[] MESSAGE =
      HEX.parseHex(
          "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
              + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

  private final CipherSuite suite = CipherSuite.of(Suite.AES_CMAC);

  /** RFC 4493, examples 1 to 4; NIST SP 800-38B, appendix D.1. Of 16 bytes the first 8. */
  @ParameterizedTest
  @CsvSource({
    "0, bb1d6929e9593728",
    "16, 070a16b46b4d4144",
    "40, dfa66747de9ae630",
    "64, 51f0bebf7e3b9d92"
  })
  void codesOfThePublishedExamples(int length, String code) {
    assertThat(HEX.formatHex(suite.mac(KEY, Arrays.copyOf(MESSAGE, length)))).isEqualTo(code);
  }

  /** FIPS 197, appendix C.1; one block in CBC mode is the plain cipher. */
  @Test
  void enciphersThePublishedBlock() {
    byte[] key = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
    byte[] block = HEX.parseHex("00112233445566778899aabbccddeeff");

    assertThat(HEX.formatHex(suite.encipher(key, block)))
        .isEqualTo("69c4e0d86a7b0430d8cdb78070b4c55a");
    assertThat(suite.wrap(key, block)).isEqualTo(suite.encipher(key, block));
    assertThat(suite.decipher(key, suite.encipher(key, block))).isEqualTo(block);
  }

  /**
   * NIST SP 800-38A, F.2.1. There the first block is 00 01 .. 0f, which is the same as zeros and
   * that block added to the first one of the message.
   */
  @Test
  void enciphersThePublishedBlocksInCbcMode() {
    byte[] message = MESSAGE.clone();
    for (int i = 0; i < 16; i++) {
      message[i] ^= (byte) i;
    }
    String expected =
        "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
            + "73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7";

    assertThat(HEX.formatHex(suite.encipher(KEY, message))).isEqualTo(expected);
    assertThat(suite.decipher(KEY, HEX.parseHex(expected))).isEqualTo(message);
  }

  /** The first subkey of RFC 4493 is made of the plain cipher of zeros, 7df76b0c; this is not. */
  @Test
  void theCheckValueGivesNothingOfTheCodesAway() {
    assertThat(HEX.formatHex(suite.checkValue(KEY)))
        .isEqualTo(HEX.formatHex(Arrays.copyOf(suite.mac(KEY, new byte[16]), 4)))
        .isNotEqualTo("7df76b0c");
  }

  @Test
  void makesKeysAndRefusesZeros() {
    SecureRandom random = new SecureRandom();
    byte[] key = suite.generate(random);

    assertThat(key).hasSize(16).isNotEqualTo(suite.generate(random));
    assertThat(suite.objection(key)).isEmpty();
    assertThat(suite.objection(new byte[16])).contains("the key is zero");
  }

  @Test
  void refusesAPartOfABlock() {
    assertThatThrownBy(() -> suite.encipher(KEY, new byte[24]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 bytes");
    assertThatThrownBy(() -> suite.decipher(KEY, new byte[8]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
