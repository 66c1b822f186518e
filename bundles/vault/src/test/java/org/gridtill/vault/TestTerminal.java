package org.gridtill.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.gridtill.api.adapter.terminal.Reply.WrappedKey;
import org.gridtill.api.platform.vault.KeyVault;
import org.gridtill.api.platform.vault.KeyVault.WorkingKeys;
import org.gridtill.api.platform.vault.Suite;

/**
 * What a terminal does with its keys, by the steps of the standards, with plain block ciphers
 * alone.
 */
final class TestTerminal {

  static final byte[] DATA = "0200 pays 12.34".getBytes(StandardCharsets.US_ASCII);

  final String code;
  final Suite suite;
  private final byte[] masterKey = new byte[16];
  private byte[] pinKey;
  private byte[] macKey;

  TestTerminal(String code) {
    this(code, Suite.AES_CMAC);
  }

  TestTerminal(String code, Suite suite) {
    this.code = code;
    this.suite = suite;
  }

  /** Has a master key made of two components loaded into the vault. */
  byte[] loadMasterKey(Node node, int salt) {
    setMasterKey(salt);
    return node.loadMasterKey(code, suite, component1(), component2(salt));
  }

  /** Takes the master key of both components. */
  TestTerminal setMasterKey(int salt) {
    byte[] component1 = component1();
    byte[] component2 = component2(salt);
    for (int i = 0; i < 16; i++) {
      masterKey[i] = (byte) (component1[i] ^ component2[i]);
    }
    return this;
  }

  byte[] component1() {
    byte[] component = new byte[16];
    for (int i = 0; i < 16; i++) {
      component[i] = (byte) (code.charAt(i % code.length()) + 7 * i);
    }
    return component;
  }

  static byte[] component2(int salt) {
    byte[] component = new byte[16];
    for (int i = 0; i < 16; i++) {
      component[i] = (byte) (salt + 13 * i);
    }
    return component;
  }

  /** Takes keys as a sign-on brings them; fails if a check value is wrong. */
  TestTerminal take(WorkingKeys keys) throws GeneralSecurityException {
    pinKey = unwrap(keys.pinKey());
    macKey = unwrap(keys.macKey());
    return this;
  }

  /** A terminal with the same keys, which later ones do not reach. */
  TestTerminal copy() {
    TestTerminal copy = new TestTerminal(code, suite);
    System.arraycopy(masterKey, 0, copy.masterKey, 0, 16);
    copy.pinKey = pinKey;
    copy.macKey = macKey;
    return copy;
  }

  byte[] mac(byte[] data) throws GeneralSecurityException {
    return TestCiphers.mac(suite, macKey, data);
  }

  byte[] pinKey() {
    return pinKey.clone();
  }

  byte[] macKey() {
    return macKey.clone();
  }

  byte[] masterKey() {
    return masterKey.clone();
  }

  byte[] masterCheckValue() throws GeneralSecurityException {
    return TestCiphers.checkValue(suite, masterKey);
  }

  /** Sends a message whose code is right. */
  KeyVault.MacCheck send(KeyVault vault) throws GeneralSecurityException {
    return vault.verify(code, DATA, mac(DATA));
  }

  private byte[] unwrap(WrappedKey wrapped) throws GeneralSecurityException {
    byte[] key = TestCiphers.block(suite, Cipher.DECRYPT_MODE, masterKey, wrapped.cryptogram());
    if (!Arrays.equals(TestCiphers.checkValue(suite, key), wrapped.checkValue())) {
      throw new GeneralSecurityException("wrong check value");
    }
    return key;
  }
}
