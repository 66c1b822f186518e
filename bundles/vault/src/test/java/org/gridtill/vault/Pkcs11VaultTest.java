package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.VALID;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault on a security module: SoftHSM. Without it nothing of this runs, except under CI. */
class Pkcs11VaultTest {

  private static Path library;
  private static Throwable wrongPin;

  @TempDir private Path directory;
  private Pkcs11Token token;
  private VaultHarness harness;

  @BeforeAll
  static void makeToken() throws Exception {
    library = SoftHsm.library();
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(library != null, "SoftHSM is not installed: apt-get install softhsm2");
    }
    assertThat(library).as("SoftHSM, which CI installs").isNotNull();
    SoftHsm.makeToken();
    // Before anything logs in: a token asks a process for its PIN only once.
    wrongPin = catchThrowable(() -> new Pkcs11Token(library, 0, sealed("wrong-pin-0815")).keys());
  }

  @BeforeEach
  void empty() throws Exception {
    token = new Pkcs11Token(library, 0, sealed(SoftHsm.PIN));
    token.keys().keySet().forEach(token::destroy);
    Path pin = Files.writeString(directory.resolve("vault.password"), SoftHsm.PIN + "\n");
    Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
    harness = new VaultHarness(directory);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void masterKeysAreMadeInTheModuleWhichKeepsThem() {
    token.generate(1);

    Key key = token.keys().get(1);
    assertThat(key.getEncoded()).as("what the module hands out").isNull();
    assertThat(key.toString()).contains("token object", "sensitive", "unextractable");
  }

  @Test
  void terminalsWorkAndARestartFindsTheKey() throws Exception {
    TestTerminal terminal = new TestTerminal("T0000001");
    Node node = node();
    terminal.loadMasterKey(node, 1);
    terminal.take(node.issueWorkingKeys(terminal.code));
    assertThat(terminal.send(node).verification()).isEqualTo(VALID);

    assertThat(terminal.send(node()).verification()).isEqualTo(VALID);
    assertThat(node.open().status().place()).startsWith("security module " + library);
    assertThat(directory.resolve("vault.bcfks")).doesNotExist();
  }

  @Test
  void aNewMasterKeyIsMadeAndTheOldOneDestroyed() throws Exception {
    TestTerminal terminal = new TestTerminal("T0000002");
    Node node = node();
    Node other = node();
    terminal.loadMasterKey(node, 1);
    terminal.take(node.issueWorkingKeys(terminal.code));
    String before = node.open().status().masterKey();

    assertThat(node.open().rewrapper().rotate("alice")).isEqualTo(2);

    assertThat(node.open().status().masterKey()).isNotEqualTo(before);
    assertThat(terminal.send(other).verification())
        .as("a node that knew the old one only")
        .isEqualTo(VALID);
    assertThat(node.open().rewrapper().retire("alice")).isEqualTo(1);
    assertThat(token.keys()).hasSize(1);
    assertThat(terminal.send(node()).verification()).isEqualTo(VALID);
  }

  @Test
  void refusesATokenThatHasLostItsKey() {
    new TestTerminal("T0000003").loadMasterKey(node(), 1);
    token.destroy(1);

    assertThatThrownBy(this::node)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("org.gridtill.vault: masterKeys")
        .hasMessageContaining("holds no key named gridtill-vault");

    token.generate(1);
    assertThatThrownBy(this::node)
        .as("another key of that name")
        .hasMessageContaining("does not have all");
  }

  @Test
  void refusesAWrongPinWithoutPrintingIt() {
    assertThat(wrongPin)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("org.gridtill.vault: pkcs11Library")
        .hasMessageContaining("opens with the PIN")
        .hasMessageNotContaining("0815");
  }

  @Test
  void refusesALibraryOrSlotThatIsNotThere() {
    assertThatThrownBy(() -> new Pkcs11Token(directory.resolve("no.so"), 0, sealed("1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("org.gridtill.vault: pkcs11Library");
    assertThatThrownBy(() -> new Pkcs11Token(library, 99, sealed("1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slot");
  }

  /** RFC 4493, examples 1 to 3: what the module does not do itself is right. */
  @Test
  void makesCmacOfTheModulesCipher() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS11", token.provider());
    store.load(null, SoftHsm.PIN.toCharArray());
    byte[] plain = HexFormat.of().parseHex("2b7e151628aed2a6abf7158809cf4f3c");
    store.setKeyEntry("example", new SecretKeySpec(plain, "AES"), null, null);
    Pkcs11MasterKey key = new Pkcs11MasterKey(store.getKey("example", null), token.provider());
    byte[] message =
        HexFormat.of()
            .parseHex(
                "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411");

    assertThat(cmac(key, new byte[0])).isEqualTo("bb1d6929e95937287fa37d129b756746");
    assertThat(cmac(key, Arrays.copyOf(message, 16))).isEqualTo("070a16b46b4d4144f79bdd9dd04a287c");
    assertThat(cmac(key, message)).isEqualTo("dfa66747de9ae63030ca32611497c827");
    store.deleteEntry("example");
  }

  private Node node() {
    return harness.node(VaultHarness.settings(directory, library));
  }

  private static String cmac(Pkcs11MasterKey key, byte[] data) {
    return HexFormat.of().formatHex(key.cmac(data));
  }

  private static Sealed sealed(String pin) {
    return new Sealer(new SecureRandom()).seal(pin.getBytes(StandardCharsets.US_ASCII));
  }
}
