package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.CardKeys.PinCheck;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Identity cards and their PINs, with cards and terminals that do their own cryptography. */
class DatabaseCardKeysTest {

  private static final String CARD = "880000000001";
  private static final byte[] CHALLENGE = HexFormat.of().parseHex("0102030405060708");
  private static final byte[] MASTER = new byte[16];
  private static VaultHarness harness;
  private static Node node;
  private static CardKeys cards;

  @BeforeAll
  static void open(@TempDir Path directory) {
    harness = new VaultHarness(directory);
    node = harness.node();
    cards = node.open().cards();
    byte[] one = TestTerminal.component2(3);
    byte[] other = TestTerminal.component2(77);
    for (int i = 0; i < 16; i++) {
      MASTER[i] = (byte) (one[i] ^ other[i]);
    }
    node.loadMasterKey(CardKeys.MASTER, Suite.AES_CMAC, one, other);
  }

  @AfterAll
  static void close() {
    harness.close();
  }

  /** What the card's maker puts on it, by the steps of docs/identity-card.md. */
  private static byte[] cardKey(String cardNo) {
    byte[] input = ("\u0001gridtill card\u0000" + cardNo).getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(input, input.length + 2);
    whole[whole.length - 1] = (byte) 128;
    return cmac(MASTER, whole);
  }

  private static byte[] answer(String cardNo, String terminal, byte[] challenge) {
    byte[] text =
        (terminal + " ".repeat(16 - terminal.length()) + cardNo)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] input = Arrays.copyOf(challenge, challenge.length + text.length);
    System.arraycopy(text, 0, input, challenge.length, text.length);
    return Arrays.copyOf(cmac(cardKey(cardNo), input), 8);
  }

  private static byte[] cmac(byte[] key, byte[] data) {
    CMac mac = new CMac(AESEngine.newInstance());
    mac.init(new KeyParameter(key));
    mac.update(data, 0, data.length);
    byte[] code = new byte[16];
    mac.doFinal(code, 0);
    return code;
  }

  @Test
  void aCardProvesItselfToOneChallengeAtOneTerminal() {
    byte[] right = answer(CARD, "T1", CHALLENGE);
    assertThat(cards.answers(CARD, "T1", CHALLENGE, right)).isTrue();
    assertThat(cards.answers(CARD, "T2", CHALLENGE, right)).isFalse();
    assertThat(cards.answers(CARD, "T1", new byte[8], right)).isFalse();
    assertThat(cards.answers("880000000002", "T1", CHALLENGE, right)).isFalse();
    assertThat(cards.answers(CARD, "T1", CHALLENGE, answer("880000000002", "T1", CHALLENGE)))
        .isFalse();
    assertThat(cards.answers(CARD, "T1", CHALLENGE, Arrays.copyOf(right, 7))).isFalse();
    assertThat(cards.answers(CARD, "T1", CHALLENGE, new byte[0])).isFalse();
  }

  private static TestTerminal signedOn(Suite suite) throws GeneralSecurityException {
    TestTerminal terminal = new TestTerminal("P" + suite.name().replace("_", ""), suite);
    terminal.loadMasterKey(node, 5);
    terminal.take(node.issueWorkingKeys(terminal.code));
    assertThat(terminal.send(node).keys()).isNotNull();
    return terminal;
  }

  private static byte[] block(TestTerminal terminal, String pin, String cardNo)
      throws GeneralSecurityException {
    boolean isShort = terminal.suite == Suite.X919 || terminal.suite == Suite.UNIONPAY_ECB;
    return isShort
        ? TestCiphers.block(
            terminal.suite, Cipher.ENCRYPT_MODE, terminal.pinKey(), PinBlocks.format0(pin, cardNo))
        : PinBlocks.format4(terminal.suite, terminal.pinKey(), pin, cardNo);
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void aPinIsRightForItsCardUnderEverySuite(Suite suite) throws Exception {
    TestTerminal terminal = signedOn(suite);
    KeyHandle keys = terminal.send(node).keys();
    String hash = cards.hashPin(CARD, "2580".toCharArray());

    assertThat(cards.checkPin(keys, CARD, block(terminal, "2580", CARD), hash))
        .isEqualTo(PinCheck.RIGHT);
    assertThat(cards.checkPin(keys, CARD, block(terminal, "2581", CARD), hash))
        .isEqualTo(PinCheck.WRONG);
    assertThat(cards.checkPin(keys, CARD, block(terminal, "25800", CARD), hash))
        .isEqualTo(PinCheck.WRONG);
    assertThat(cards.checkPin(keys, CARD, block(terminal, "2580", "880000000993"), hash))
        .as("taken from another card's message")
        .isNotEqualTo(PinCheck.RIGHT);
    assertThat(cards.checkPin(keys, CARD, new byte[16], hash)).isEqualTo(PinCheck.MALFORMED);
    assertThat(cards.checkPin(keys, CARD, new byte[7], hash)).isEqualTo(PinCheck.MALFORMED);
    assertThat(cards.checkPin(keys, CARD, new byte[0], hash)).isEqualTo(PinCheck.MALFORMED);
  }

  @Test
  void aHashIsOfOneCardAndSaltedAndShowsNothing() throws Exception {
    TestTerminal terminal = signedOn(Suite.AES_CMAC);
    KeyHandle keys = terminal.send(node).keys();
    String hash = cards.hashPin(CARD, "2580".toCharArray());
    assertThat(hash).doesNotContain("2580").hasSizeLessThanOrEqualTo(200);
    assertThat(cards.hashPin(CARD, "2580".toCharArray())).isNotEqualTo(hash);
    String other = "880000000002";
    assertThat(cards.checkPin(keys, other, block(terminal, "2580", other), hash))
        .as("a hash that was moved to another card's row")
        .isEqualTo(PinCheck.WRONG);
  }

  @Test
  void withoutAMasterKeyNothingIsProved(@TempDir Path empty) {
    try (VaultHarness fresh = new VaultHarness(empty)) {
      CardKeys none = fresh.node().open().cards();
      assertThatThrownBy(() -> none.answers(CARD, "T1", CHALLENGE, new byte[8]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("there is no master key of identity cards; load it as *cards");
      assertThatThrownBy(() -> none.hashPin(CARD, "2580".toCharArray()))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
