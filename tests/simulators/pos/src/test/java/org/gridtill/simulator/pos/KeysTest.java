package org.gridtill.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeysTest {

  private static final byte[] KEY = hex("0123456789ABCDEFFEDCBA9876543210");

  /** ISO/IEC 9797-1, annex with examples: algorithm 3, padding method 1. */
  @Test
  void makesTheCodeOfThePublishedExample() {
    byte[] data = "Now is the time for all ".getBytes(StandardCharsets.US_ASCII);
    assertThat(TripleDes.mac(KEY, data)).isEqualTo(hex("A1C72E74EA3FA9B6"));
  }

  @Test
  void padsWithZeros() {
    assertThat(TripleDes.mac(KEY, hex("010203"))).isEqualTo(TripleDes.mac(KEY, hex("0102030000")));
  }

  @Test
  void deciphersWhatWasEnciphered() {
    byte[] data = hex("00112233445566778899AABBCCDDEEFF");
    assertThat(TripleDes.decipher(KEY, TripleDes.encipher(KEY, data))).isEqualTo(data);
    assertThat(TripleDes.encipher(KEY, new byte[8])).startsWith(hex("08D7B4FB629D0885"));
  }

  @Test
  void derivesTheMasterKeyFromBothComponents() {
    byte[] key = TestKeys.masterKey("T0000001");
    byte[] one = TestKeys.component("T0000001", 1);
    byte[] two = TestKeys.component("T0000001", 2);
    assertThat(key).hasSize(16).isNotEqualTo(TestKeys.masterKey("T0000002"));
    for (int i = 0; i < key.length; i++) {
      assertThat(key[i]).isEqualTo((byte) (one[i] ^ two[i]));
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
