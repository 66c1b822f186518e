package org.gridtill.vault;

import static org.gridtill.vault.VaultSettings.wrong;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that hold the vault's master key and the password of its key store. */
final class VaultKeyFile {

  private static final Logger LOG = LoggerFactory.getLogger(VaultKeyFile.class);
  private static final String ALIAS = "gridtill-vault";
  private static final int KEY_BITS = 256;
  private static final int PASSWORD_BYTES = 32;

  private final VaultSettings settings;
  private final SecureRandom random;

  VaultKeyFile(VaultSettings settings, SecureRandom random) {
    this.settings = settings;
    this.random = random;
  }

  /**
   * Reads the key, and makes it before if it is not there.
   *
   * @param nothingWrapped tells whether the database holds no wrapped key. If it does, a key store
   *     that is missing is not replaced by a new one, under which nothing would ever unwrap
   * @throws IllegalArgumentException if a file is missing, wrong or open to others, naming the key
   */
  VaultKey open(BooleanSupplier nothingWrapped) {
    boolean fresh = !Files.exists(settings.keystoreFile());
    if (fresh && !nothingWrapped.getAsBoolean()) {
      throw wrong(
          "keystoreFile",
          settings.keystoreFile()
              + " is missing, but the database holds keys that were wrapped under it."
              + " Restore it from its backup");
    }
    if (fresh && settings.createIfMissing() && !Files.exists(settings.passwordFile())) {
      createPassword();
    }
    char[] password = readPassword();
    if (fresh) {
      createKeystore(password);
    }
    return readKeystore(password);
  }

  private void createPassword() {
    byte[] secret = new byte[PASSWORD_BYTES];
    random.nextBytes(secret);
    String line = Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + '\n';
    create("passwordFile", settings.passwordFile(), line.getBytes(StandardCharsets.US_ASCII));
  }

  private char[] readPassword() {
    Path file = settings.passwordFile();
    requirePrivate("passwordFile", file);
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (lines.isEmpty() || lines.get(0).isBlank()) {
        throw wrong("passwordFile", file + " has no password in its first line");
      }
      return lines.get(0).trim().toCharArray();
    } catch (IOException e) {
      throw wrong("passwordFile", file + " cannot be read", e);
    }
  }

  private void createKeystore(char[] password) {
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(KEY_BITS, random);
      KeyStore keystore = keystore();
      keystore.load(null, password);
      keystore.setKeyEntry(ALIAS, generator.generateKey(), password, null);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      keystore.store(bytes, password);
      create("keystoreFile", settings.keystoreFile(), bytes.toByteArray());
    } catch (GeneralSecurityException | IOException e) {
      throw wrong("keystoreFile", settings.keystoreFile() + " cannot be made", e);
    }
  }

  private VaultKey readKeystore(char[] password) {
    Path file = settings.keystoreFile();
    requirePrivate("keystoreFile", file);
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keystore = keystore();
      keystore.load(in, password);
      Key key = keystore.getKey(ALIAS, password);
      if (!(key instanceof SecretKey)) {
        throw wrong("keystoreFile", file + " holds no secret key named " + ALIAS);
      }
      return new VaultKey((SecretKey) key, random);
    } catch (GeneralSecurityException | IOException e) {
      throw wrong(
          "keystoreFile",
          file + " cannot be opened with the password in passwordFile " + settings.passwordFile(),
          e);
    }
  }

  private static void create(String key, Path file, byte[] content) {
    try {
      PrivateFiles.create(file, content);
      LOG.info("{} {} was made; keep a backup of it", key, file);
    } catch (FileAlreadyExistsException e) {
      // Another node that shares the directory was quicker; what it made is what counts.
      LOG.info("{} {} was made by another process", key, file);
    } catch (IOException | UnsupportedOperationException e) {
      throw wrong(key, file + " cannot be made", e);
    }
  }

  private static void requirePrivate(String key, Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw wrong(key, file + " is missing");
      }
      if (!PrivateFiles.isPrivate(file)) {
        throw wrong(key, file + " is open to others than its owner; allow it to its owner alone");
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw wrong(key, file + " cannot be checked", e);
    }
  }

  /** The provider is used as an object: it is not registered for the whole process. */
  private static KeyStore keystore() throws GeneralSecurityException {
    return KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
  }
}
