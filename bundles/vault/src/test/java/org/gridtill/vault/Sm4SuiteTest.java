package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sm4SuiteTest {

  private static final HexFormat HEX = HexFormat.of();

  /** Key and plain text of GM/T 0002-2012, appendix A. */
  private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

  private final CipherSuite suite = CipherSuite.of(Suite.SM4);

  /** GM/T 0002-2012, appendix A.1. */
  @Test
  void enciphersThePublishedBlock() {
    String expected = "681edf34d206965e86b3e94f536e4246";

    assertThat(HEX.formatHex(suite.encipher(KEY, KEY))).isEqualTo(expected);
    assertThat(suite.decipher(KEY, HEX.parseHex(expected))).isEqualTo(KEY);
    assertThat(HEX.formatHex(suite.wrap(KEY, KEY))).isEqualTo(expected);
  }

  /** GM/T 0002-2012, appendix A.2. */
  @Test
  void enciphersThePublishedBlockAMillionTimes() {
    byte[] block = KEY;
    for (int i = 0; i < 1_000_000; i++) {
      block = suite.encipher(KEY, block);
    }

    assertThat(HEX.formatHex(block)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
  }

  /** GM/T 0004-2012, appendix A.1 and A.2. */
  @ParameterizedTest
  @CsvSource({
    "abc, 1, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    "abcd, 16, debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
  })
  void theDigestIsThePublishedOne(String word, int times, String expected) {
    byte[] data = word.repeat(times).getBytes(StandardCharsets.US_ASCII);
    byte[] digest = HEX.parseHex(expected);
    SM3Digest provider = new SM3Digest();
    provider.update(data, 0, data.length);
    byte[] found = new byte[32];
    provider.doFinal(found, 0);

    assertThat(found).isEqualTo(digest);
    assertThat(suite.mac(KEY, data)).isEqualTo(chained(digest));
  }

  @Test
  void theCheckValueIsThatOfTheCipher() {
    assertThat(suite.checkValue(KEY))
        .isEqualTo(Arrays.copyOf(suite.encipher(KEY, new byte[16]), 4));
  }

  /** ISO 9797-1, algorithm 1, step by step: E(E(first) + second), of which the first half. */
  private byte[] chained(byte[] digest) {
    byte[] block = suite.wrap(KEY, Arrays.copyOf(digest, 16));
    for (int i = 0; i < 16; i++) {
      block[i] ^= digest[16 + i];
    }
    return Arrays.copyOf(suite.wrap(KEY, block), 8);
  }
}
