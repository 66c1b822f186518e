package org.gridtill.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The vault's master key, under which every other key is wrapped: AES-256-GCM with a random nonce.
 * What a key is for (its purpose, terminal and generation) is authenticated with it, so a wrapped
 * key that was moved to another row of the database does not unwrap.
 */
final class VaultKey {

  /** What a wrapped key is for. */
  enum Purpose {
    TERMINAL_MASTER,
    PIN,
    MAC
  }

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int ID_BYTES = 8;

  private final SecretKey key;
  private final SecureRandom random;
  private final String id;

  VaultKey(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
    this.id = identify(key);
  }

  /** Returns a name of this key that says nothing about it: 16 hexadecimal digits. */
  String id() {
    return id;
  }

  /** Wraps a key; the result is in hexadecimal. */
  String wrap(byte[] plain, Purpose purpose, String terminalCode, long generation) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose, terminalCode, generation);
      byte[] sealed = cipher.doFinal(plain);
      return HexFormat.of().formatHex(nonce) + HexFormat.of().formatHex(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key could not be wrapped", e);
    }
  }

  /**
   * Unwraps a key.
   *
   * @throws IllegalStateException if it was wrapped under another key, for something else, or was
   *     changed since
   */
  byte[] unwrap(String wrapped, Purpose purpose, String terminalCode, long generation) {
    try {
      byte[] bytes = HexFormat.of().parseHex(wrapped);
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, purpose, terminalCode, generation);
      return cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "The database's "
              + purpose
              + " key of terminal "
              + terminalCode
              + ", generation "
              + generation
              + ", does not unwrap under vault key "
              + id,
          e);
    }
  }

  private Cipher cipher(
      int mode, byte[] nonce, Purpose purpose, String terminalCode, long generation)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    String use = "gridtill/" + purpose + '/' + terminalCode + '/' + generation;
    cipher.updateAAD(use.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static String identify(SecretKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] digest = mac.doFinal("gridtill/vault-key-id".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The vault key could not be identified", e);
    }
  }
}
