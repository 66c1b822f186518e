package org.gridtill.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.gridtill.api.adapter.terminal.Reply.WrappedKey;
import org.gridtill.api.platform.vault.Vault;
import org.gridtill.api.platform.vault.Vault.WorkingKeys;

/** What a terminal does with its keys, by the steps of the standards, with the JDK's DES alone. */
final class TestTerminal {

  static final byte[] DATA = "0200 pays 12.34".getBytes(StandardCharsets.US_ASCII);

  final String code;
  private final byte[] masterKey = new byte[16];
  private byte[] pinKey;
  private byte[] macKey;

  TestTerminal(String code) {
    this.code = code;
  }

  /** Has a master key made of two components loaded into the vault. */
  byte[] loadMasterKey(Vault vault, int salt) {
    byte[] component1 = new byte[16];
    byte[] component2 = new byte[16];
    for (int i = 0; i < 16; i++) {
      component1[i] = (byte) (code.charAt(i % code.length()) + 7 * i);
      component2[i] = (byte) (salt + 13 * i);
      masterKey[i] = (byte) (component1[i] ^ component2[i]);
    }
    return vault.loadMasterKey(code, component1, component2);
  }

  /** Takes keys as a sign-on brings them; fails if a check value is wrong. */
  TestTerminal take(WorkingKeys keys) throws GeneralSecurityException {
    pinKey = unwrap(keys.pinKey());
    macKey = unwrap(keys.macKey());
    return this;
  }

  /** A terminal with the same keys, which later ones do not reach. */
  TestTerminal copy() {
    TestTerminal copy = new TestTerminal(code);
    System.arraycopy(masterKey, 0, copy.masterKey, 0, 16);
    copy.pinKey = pinKey;
    copy.macKey = macKey;
    return copy;
  }

  byte[] mac(byte[] data) throws GeneralSecurityException {
    return mac(macKey, data);
  }

  byte[] pinKey() {
    return pinKey.clone();
  }

  byte[] macKey() {
    return macKey.clone();
  }

  byte[] masterCheckValue() throws GeneralSecurityException {
    return Arrays.copyOf(tripleDes(Cipher.ENCRYPT_MODE, masterKey, new byte[8]), 4);
  }

  /** Sends a message whose code is right. */
  Vault.MacCheck send(Vault vault) throws GeneralSecurityException {
    return vault.verify(code, DATA, mac(DATA));
  }

  /**
   * ANSI X9.19: the chained blocks enciphered with the left half, then the last one deciphered with
   * the right half and enciphered with the left half.
   */
  static byte[] mac(byte[] key, byte[] data) throws GeneralSecurityException {
    byte[] left = Arrays.copyOf(key, 8);
    byte[] right = Arrays.copyOfRange(key, 8, 16);
    byte[] padded = Arrays.copyOf(data, (data.length + 7) / 8 * 8);
    byte[] block = new byte[8];
    for (int offset = 0; offset < padded.length; offset += 8) {
      for (int i = 0; i < 8; i++) {
        block[i] ^= padded[offset + i];
      }
      block = des(Cipher.ENCRYPT_MODE, left, block);
    }
    block = des(Cipher.DECRYPT_MODE, right, block);
    return des(Cipher.ENCRYPT_MODE, left, block);
  }

  static byte[] tripleDes(int mode, byte[] key, byte[] data) throws GeneralSecurityException {
    byte[] triple = Arrays.copyOf(key, 24);
    System.arraycopy(key, 0, triple, 16, 8);
    Cipher cipher = Cipher.getInstance("DESede/ECB/NoPadding");
    cipher.init(mode, new SecretKeySpec(triple, "DESede"));
    return cipher.doFinal(data);
  }

  private byte[] unwrap(WrappedKey wrapped) throws GeneralSecurityException {
    byte[] key = tripleDes(Cipher.DECRYPT_MODE, masterKey, wrapped.cryptogram());
    byte[] check = Arrays.copyOf(tripleDes(Cipher.ENCRYPT_MODE, key, new byte[8]), 4);
    if (!Arrays.equals(check, wrapped.checkValue())) {
      throw new GeneralSecurityException("wrong check value");
    }
    return key;
  }

  private static byte[] des(int mode, byte[] key, byte[] block) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "DES"));
    return cipher.doFinal(block);
  }
}
