package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol's documentation against the product's ciphers. */
class DocumentedSuitesTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String PAGE = read(Path.of("../../docs/pos-iso8583.md"));

  @ParameterizedTest
  @CsvSource({"AES_CMAC, aes-keys", "SM4, sm-keys"})
  void keysAreThoseDocumented(Suite suite, String block) {
    CipherSuite ciphers = CipherSuite.of(suite);
    byte[] masterKey = bytes("key-values", "TMK");
    assertThat(ciphers.checkValue(masterKey)).isEqualTo(bytes(block, "check value of the TMK"));
    for (String name : new String[] {"PIN key", "MAC key"}) {
      byte[] key = bytes("key-values", name);
      assertThat(ciphers.wrap(masterKey, key)).isEqualTo(bytes(block, name + " under the TMK"));
      assertThat(ciphers.checkValue(key)).isEqualTo(bytes(block, "check value of the " + name));
    }
  }

  @ParameterizedTest
  @CsvSource({"X919, keys", "UNIONPAY_ECB, keys"})
  void keysOfOldTerminalsAreThoseDocumented(Suite suite, String block) {
    CipherSuite ciphers = CipherSuite.of(suite);
    byte[] masterKey = bytes(block, "TMK");
    byte[] key = bytes(block, "MAC key");
    assertThat(ciphers.wrap(masterKey, key)).isEqualTo(bytes(block, "MAC key under the TMK"));
    assertThat(ciphers.checkValue(key)).isEqualTo(bytes(block, "check value of the MAC key"));
  }

  @Test
  void codesOfTheEchoAreThoseDocumented() {
    byte[] key = bytes("key-values", "MAC key");
    String label = "first half of the last result: field 64";
    assertThat(CipherSuite.of(Suite.AES_CMAC).mac(key, echo()))
        .isEqualTo(bytes("aes-mac-end", label));
    assertThat(CipherSuite.of(Suite.SM4).mac(key, echo())).isEqualTo(bytes("sm-mac", label));
    assertThat(CipherSuite.of(Suite.X919).mac(key, echo()))
        .isEqualTo(bytes("mac-end", "enciphered under the left half: field 64"));
  }

  /** The frame of the documented echo from its message type to before its code. */
  private static byte[] echo() {
    StringBuilder digits = new StringBuilder();
    block("hex", "echo-request")
        .lines()
        .map(line -> line.substring(0, Math.min(34, line.length())).strip())
        .forEach(digits::append);
    return HEX.parseHex(digits.substring(26, digits.length() - 16));
  }

  private static byte[] bytes(String block, String label) {
    return block("text", block)
        .lines()
        .filter(line -> line.startsWith(label + "  "))
        .map(line -> HEX.parseHex(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static String block(String kind, String name) {
    Matcher matcher =
        Pattern.compile(
                "^```" + kind + " " + name + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(PAGE);
    assertThat(matcher.find()).as(name).isTrue();
    return matcher.group(1);
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
