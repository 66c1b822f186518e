package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.Test;

class X919SuiteTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final byte[] KEY = HEX.parseHex("0123456789ABCDEFFEDCBA9876543210");

  private final CipherSuite suite = CipherSuite.of(Suite.X919);

  @Test
  void macOfThePublishedExample() {
    // ISO/IEC 9797-1, annex with examples: algorithm 3, padding method 1, first data string.
    byte[] data = "Now is the time for all ".getBytes(StandardCharsets.US_ASCII);

    assertThat(HEX.formatHex(suite.mac(KEY, data))).isEqualTo("A1C72E74EA3FA9B6");
  }

  @Test
  void macEqualsItsDefinitionForEveryLength() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int length = 1; length <= 70; length++) {
      byte[] key = new byte[16];
      byte[] data = new byte[length];
      random.nextBytes(key);
      random.nextBytes(data);

      assertThat(suite.mac(key, data))
          .as("seed %d, length %d", seed, length)
          .isEqualTo(TestCiphers.x919(key, data));
    }
  }

  @Test
  void checkValueOfAWellKnownKey() {
    assertThat(HEX.formatHex(suite.checkValue(KEY))).isEqualTo("08D7B4FB");
  }

  @Test
  void refusesHalvesThatDifferInParityOnly() {
    byte[] key = KEY.clone();
    System.arraycopy(key, 0, key, 8, 8);
    key[9] ^= 1;

    assertThat(suite.objection(key)).contains("the two halves of the key are equal");
    assertThat(suite.objection(KEY)).isEmpty();
  }
}
