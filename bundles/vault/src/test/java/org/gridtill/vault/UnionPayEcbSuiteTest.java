package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.Test;

class UnionPayEcbSuiteTest {

  private static final HexFormat HEX = HexFormat.of();

  private final CipherSuite suite = CipherSuite.of(Suite.UNIONPAY_ECB);

  /**
   * The worked example that acquirers give with the rule: data 1234567890ABCDEF ABCDEF1234567890,
   * key 2222222222222222, code "E267B6E2". Its key has one half only; both halves the same are
   * that.
   */
  @Test
  void codeOfTheWorkedExample() {
    byte[] key = HEX.parseHex("2222222222222222".repeat(2));

    assertThat(
            new String(
                suite.mac(key, HEX.parseHex("1234567890ABCDEFABCDEF1234567890")),
                StandardCharsets.US_ASCII))
        .isEqualTo("E267B6E2");
  }

  /** What makes it a suite of last resort. */
  @Test
  void blocksThatChangePlacesLeaveTheCodeAsItWas() {
    byte[] key = HEX.parseHex("0123456789ABCDEFFEDCBA9876543210");
    byte[] data = "AMOUNT=1TRACE=23".getBytes(StandardCharsets.US_ASCII);
    byte[] swapped = "TRACE=23AMOUNT=1".getBytes(StandardCharsets.US_ASCII);

    assertThat(suite.mac(key, swapped)).isEqualTo(suite.mac(key, data));
    assertThat(CipherSuite.of(Suite.X919).mac(key, swapped))
        .isNotEqualTo(CipherSuite.of(Suite.X919).mac(key, data));
  }

  @Test
  void padsWithZeros() {
    byte[] key = HEX.parseHex("0123456789ABCDEFFEDCBA9876543210");

    assertThat(suite.mac(key, HEX.parseHex("010203")))
        .isEqualTo(suite.mac(key, HEX.parseHex("0102030000000000")));
  }
}
