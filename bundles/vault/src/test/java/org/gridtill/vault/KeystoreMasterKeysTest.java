package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.vault.Wrapping.Wrapped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the vault's own keys, and what is refused at the start. */
class KeystoreMasterKeysTest {

  private static final KeyUse USE = new KeyUse(KeyUse.Purpose.PIN, "T1", 1, Suite.AES_CMAC);

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
    MasterKeys made = open(true);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    assertThat(directory).isDirectoryContaining("glob:**vault.*");
    try (var files = Files.list(directory)) {
      assertThat(files).as("no draft is left").hasSize(2);
    }
    Wrapped wrapped = new Wrapping(made).wrap(new byte[16], USE);
    MasterKeys opened = open(false);
    assertThat(opened.current().id()).isEqualTo(made.current().id());
    assertThat(new Wrapping(opened).unwrap(wrapped, USE)).isEqualTo(new byte[16]);
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

    assertThat(open(false).ids()).hasSize(1).isEqualTo(open(false).ids());
  }

  @Test
  void refusesTheWrongPasswordWithoutPrintingIt() throws Exception {
    open(true);
    writePassword("wrong-secret");

    assertThatThrownBy(() -> open(true))
        .hasMessageContaining("org.gridtill.vault: keystoreFile")
        .hasMessageContaining("with its password")
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
  void aNewKeyIsDurableAndSeenByOthersWhoShareTheFile() throws Exception {
    MasterKeys mine = open(true);
    MasterKeys others = open(false);
    Wrapped before = new Wrapping(others).wrap(new byte[16], USE);

    MasterKey added = mine.add();

    assertThat(mine.current().id()).isEqualTo(added.id()).isNotEqualTo(before.masterKeyId());
    assertThat(others.current().id()).isEqualTo(added.id());
    assertThat(open(false).ids()).containsExactlyInAnyOrder(before.masterKeyId(), added.id());
    assertThat(new Wrapping(mine).unwrap(before, USE)).isEqualTo(new byte[16]);
    assertThat(others.retire()).isEqualTo(1);
    assertThat(mine.ids()).containsExactly(added.id());
    assertThatThrownBy(() -> new Wrapping(mine).unwrap(before, USE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(before.masterKeyId());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)))
        .isEqualTo("rw-------");
  }

  @Test
  void refusesToReplaceALostKeyStore() throws Exception {
    open(true);
    Files.delete(keystore);

    assertThatThrownBy(() -> open(true, () -> false))
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
      assertThatThrownBy(() -> harness.node(VaultHarness.settings(directory)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("masterKeys")
          .hasMessageContaining("does not have all");
    }
  }

  private void writePassword(String content) throws Exception {
    Files.writeString(password, content);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
  }

  private MasterKeys open(boolean createIfMissing) {
    return open(createIfMissing, () -> true);
  }

  private MasterKeys open(boolean createIfMissing, BooleanSupplier nothingWrapped) {
    SecureRandom random = new SecureRandom();
    Sealer sealer = new Sealer(random);
    VaultSettings settings = settings(createIfMissing);
    boolean fresh = !Files.exists(keystore);
    if (fresh) {
      KeystoreMasterKeys.requireNothing(keystore, nothingWrapped);
    }
    Sealed secret = new Passwords(settings, sealer, random, name -> null).read(fresh);
    Keystore content = new Keystore(secret, sealer, random);
    return KeystoreMasterKeys.open(keystore, content, nothingWrapped);
  }

  private VaultSettings settings(boolean createIfMissing) {
    return new VaultSettings(
        VaultSettings.Place.KEYSTORE,
        keystore,
        null,
        0,
        Passwords.Source.FILE,
        password,
        createIfMissing,
        Set.of(),
        false,
        VaultHarness.PREVIOUS_LIFE,
        VaultHarness.CACHE_LIFE,
        10);
  }

  private void assertRefused(boolean createIfMissing, String key, String what) {
    assertThatThrownBy(() -> open(createIfMissing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.gridtill.vault: " + key)
        .hasMessageContaining(what);
  }
}
