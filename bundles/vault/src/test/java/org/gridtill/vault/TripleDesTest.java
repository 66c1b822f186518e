package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TripleDesTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final byte[] KEY = HEX.parseHex("0123456789ABCDEFFEDCBA9876543210");

  @Test
  void generatedKeysHaveOddParityAndDifferentHalves() {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 200; i++) {
      byte[] key = TripleDes.generate(random);

      assertThat(key).hasSize(16);
      for (byte each : key) {
        assertThat(Integer.bitCount(each & 0xFF) % 2).isOne();
      }
      assertThat(TripleDes.halvesAreEqual(key)).isFalse();
    }
  }

  @Test
  void halvesThatDifferInParityOnlyAreEqual() {
    byte[] key = Arrays.copyOf(KEY, 16);
    System.arraycopy(key, 0, key, 8, 8);
    key[9] ^= 1;

    assertThat(TripleDes.halvesAreEqual(key)).isTrue();
  }

  @Test
  void encipherAndDecipherAreInverse() {
    byte[] data = HEX.parseHex("00112233445566778899AABBCCDDEEFF");

    byte[] sealed = TripleDes.encipher(KEY, data);

    assertThat(sealed).hasSize(16).isNotEqualTo(data);
    assertThat(TripleDes.decipher(KEY, sealed)).isEqualTo(data);
  }

  @Test
  void refusesAPartOfABlock() {
    assertThatThrownBy(() -> TripleDes.encipher(KEY, new byte[9]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
