package org.gridtill.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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

  /** RFC 4493, section 4, examples 1 to 4. */
  @Test
  void makesTheCodesOfThePublishedAesExamples() {
    byte[] key = hex("2b7e151628aed2a6abf7158809cf4f3c");
    byte[] message =
        hex(
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
    assertThat(Aes.cmac(key, new byte[0])).isEqualTo(hex("bb1d6929e95937287fa37d129b756746"));
    assertThat(Aes.cmac(key, Arrays.copyOf(message, 16)))
        .isEqualTo(hex("070a16b46b4d4144f79bdd9dd04a287c"));
    assertThat(Aes.cmac(key, Arrays.copyOf(message, 40)))
        .isEqualTo(hex("dfa66747de9ae63030ca32611497c827"));
    assertThat(Aes.cmac(key, message)).isEqualTo(hex("51f0bebf7e3b9d92fc49741779363cfe"));
  }

  /** The example that acquirers give with UnionPay's rule; a key of one half, twice. */
  @Test
  void makesTheCodeOfUnionPaysExample() {
    byte[] code =
        TerminalCipher.UNIONPAY_ECB.mac(
            hex("22222222222222222222222222222222"), hex("1234567890abcdefabcdef1234567890"));
    assertThat(new String(code, StandardCharsets.US_ASCII)).isEqualTo("E267B6E2");
  }

  @Test
  void anOldTerminalTakesItsKeysToo() throws Exception {
    byte[] field62 =
        hex(
            "31a7364cac91ca39c0489f69bec54fa2fb097599"
                + "fd7af640961cdb8b5ccfbe13b358fe6e76cdb553");
    byte[] data = hex("010203");
    for (TerminalCipher old : List.of(TerminalCipher.X919, TerminalCipher.UNIONPAY_ECB)) {
      WorkingKeys keys = WorkingKeys.unwrap(old, KEY, field62);
      assertThat(keys.mac(data)).isEqualTo(old.mac(keys.plain().get(1), data));
    }
    assertThatThrownBy(() -> WorkingKeys.unwrap(KEY, field62))
        .isInstanceOf(ProtocolException.class);
  }

  /** GM/T 0002, appendix A, example 1, and GM/T 0004, appendix A, example 1. */
  @Test
  void computesThePublishedChineseExamples() {
    byte[] key = hex("0123456789abcdeffedcba9876543210");
    assertThat(Sm4.encipher(key, key)).isEqualTo(hex("681edf34d206965e86b3e94f536e4246"));
    assertThat(Sm4.decipher(key, hex("681edf34d206965e86b3e94f536e4246"))).isEqualTo(key);
    assertThat(Sm4.sm3("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(hex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
  }

  /** The example in docs/pos-iso8583.md. */
  @Test
  void aTerminalWithChineseCiphersTakesItsKeys() throws Exception {
    byte[] field62 =
        hex(
            "09325C4853832DCB9337A5984F671B9A72EBA303"
                + "27ED9DC015F7D087CC2B338CF86D513984BEC791");
    WorkingKeys keys = WorkingKeys.unwrap(TerminalCipher.SM4, KEY, field62);
    assertThat(keys.plain())
        .containsExactly(
            hex("00112233445566778899AABBCCDDEEFF"), hex("A1B2C3D4E5F60718293A4B5C6D7E8F90"));
    assertThat(keys.mac(hex("010203"))).hasSize(8).isNotEqualTo(keys.mac(hex("01020300")));
    assertThatThrownBy(() -> WorkingKeys.unwrap(KEY, field62))
        .isInstanceOf(ProtocolException.class);
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
