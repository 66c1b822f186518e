package org.gridtill.vault;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Reads a key store as anybody may who has the file and its password. */
final class TestKeystore {

  private TestKeystore() {}

  /** Returns the first master key of a directory's key store. */
  static byte[] masterKey(Path directory) throws Exception {
    char[] password = Files.readString(directory.resolve("vault.password")).strip().toCharArray();
    KeyStore keystore = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
    try (InputStream in = Files.newInputStream(directory.resolve("vault.bcfks"))) {
      keystore.load(in, password);
    }
    return keystore.getKey("gridtill-vault", password).getEncoded();
  }
}
