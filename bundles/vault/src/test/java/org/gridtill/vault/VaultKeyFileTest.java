package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.gridtill.vault.VaultKey.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the vault's own key, and what is refused at the start. */
class VaultKeyFileTest {

  @TempDir private Path directory;
  private Path keystore;
  private Path password;

  @BeforeEach
  void name() {
    keystore = directory.resolve("vault.bcfks");
    password = directory.resolve("vault.password");
  }

  @Test
  void makesKeyStoreAndPasswordAtTheFirstStart() throws Exception {
    VaultKey made = open(true);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    assertThat(directory).isDirectoryContaining("glob:**vault.*");
    try (var files = Files.list(directory)) {
      assertThat(files).as("no draft is left").hasSize(2);
    }
    String wrapped = made.wrap(new byte[16], Purpose.PIN, "T1", 1);
    VaultKey opened = open(false);
    assertThat(opened.id()).isEqualTo(made.id());
    assertThat(opened.unwrap(wrapped, Purpose.PIN, "T1", 1)).isEqualTo(new byte[16]);
  }

  @Test
  void makesNoPasswordUnlessTold() {
    assertRefused(false, "passwordFile", "is missing");
    assertThat(keystore).doesNotExist();
  }

  @Test
  void makesNoPasswordForAKeyStoreThatIsThere() throws Exception {
    open(true);
    Files.delete(password);

    assertRefused(true, "passwordFile", "is missing");
  }

  @Test
  void takesAPasswordThatOperationsMade() throws Exception {
    writePassword("correct horse\n");

    assertThat(open(false).id()).isEqualTo(open(false).id());
  }

  @Test
  void refusesTheWrongPasswordWithoutPrintingIt() throws Exception {
    open(true);
    writePassword("wrong-secret");

    assertThatThrownBy(() -> open(true))
        .hasMessageContaining("org.gridtill.vault: keystoreFile")
        .hasMessageContaining("passwordFile")
        .hasMessageNotContaining("wrong-secret");
  }

  @Test
  void refusesAnEmptyPassword() throws Exception {
    writePassword("\n");

    assertRefused(true, "passwordFile", "no password");
  }

  @Test
  void refusesFilesThatOthersMayRead() throws Exception {
    open(true);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));
    assertRefused(true, "passwordFile", "open to others");

    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("r--------"));
    Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw----r--"));
    assertRefused(true, "keystoreFile", "open to others");
  }

  @Test
  void refusesToReplaceALostKeyStore() throws Exception {
    open(true);
    Files.delete(keystore);

    assertThatThrownBy(() -> file(true).open(() -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.gridtill.vault: keystoreFile")
        .hasMessageContaining("Restore it");
    assertThat(keystore).doesNotExist();
  }

  @Test
  void refusesADirectoryThatIsNotThere() throws Exception {
    writePassword("secret");
    keystore = directory.resolve("nowhere/vault.bcfks");

    assertRefused(true, "keystoreFile", "cannot be made");
  }

  @Test
  void refusesAKeyStoreThatIsGarbage() throws Exception {
    open(true);
    Files.write(keystore, new byte[] {1, 2, 3});

    assertRefused(true, "keystoreFile", "cannot be opened");
  }

  @Test
  void neverOverwritesAFile() throws Exception {
    Files.writeString(keystore, "precious");

    assertThatThrownBy(() -> PrivateFiles.create(keystore, new byte[] {1}))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(keystore).hasContent("precious");
  }

  @Test
  void refusesAKeyStoreThatDoesNotFitTheDatabase() throws Exception {
    Path database = Files.createDirectory(directory.resolve("database"));
    try (VaultHarness harness = new VaultHarness(database)) {
      new TestTerminal("T0000001").loadMasterKey(harness.node(), 1);
      Files.delete(harness.directory.resolve("vault.bcfks"));

      assertThatThrownBy(harness::node).hasMessageContaining("Restore it from its backup");

      open(true);
      assertThatThrownBy(() -> harness.node(VaultHarness.settings(directory, true)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("keystoreFile")
          .hasMessageContaining("is not the one");
    }
  }

  private void writePassword(String content) throws Exception {
    Files.writeString(password, content);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
  }

  private VaultKey open(boolean createIfMissing) {
    return file(createIfMissing).open(() -> true);
  }

  private VaultKeyFile file(boolean createIfMissing) {
    VaultSettings settings =
        new VaultSettings(
            keystore,
            password,
            createIfMissing,
            VaultHarness.PREVIOUS_LIFE,
            VaultHarness.CACHE_LIFE,
            10);
    return new VaultKeyFile(settings, new SecureRandom());
  }

  private void assertRefused(boolean createIfMissing, String key, String what) {
    assertThatThrownBy(() -> open(createIfMissing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.gridtill.vault: " + key)
        .hasMessageContaining(what);
  }
}
