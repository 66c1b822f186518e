package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.gridtill.vault.Passwords.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the vault's password comes from. */
class PasswordsTest {

  @TempDir private Path directory;

  @Test
  void theFirstLineOfAFileCounts() throws Exception {
    Path file = directory.resolve("vault.password");
    Files.writeString(file, "  correct horse \r\nsecond line\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

    assertThat(text(passwords(Source.FILE, Map.of()).read(false))).isEqualTo("correct horse");
  }

  @Test
  void aRandomOneIsMadeForAFreshKeyStoreOnly() throws Exception {
    assertThatThrownBy(() -> passwords(Source.FILE, Map.of()).read(false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("passwordFile");

    String made = text(passwords(Source.FILE, Map.of()).read(true));

    assertThat(made).hasSize(43);
    assertThat(directory.resolve("vault.password")).hasContent(made);
    assertThat(text(passwords(Source.FILE, Map.of()).read(false))).isEqualTo(made);
  }

  @Test
  void theEnvironmentHasItInAVariable() {
    Map<String, String> environment = Map.of("GRIDTILL_VAULT_PASSWORD", "correct horse");

    assertThat(text(passwords(Source.ENVIRONMENT, environment).read(true)))
        .isEqualTo("correct horse");
    assertThatThrownBy(() -> passwords(Source.ENVIRONMENT, Map.of()).read(true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "org.gridtill.vault: passwordFrom is environment, but GRIDTILL_VAULT_PASSWORD is not"
                + " set");
  }

  @Test
  void aTypedOneMayHaveAnyLetters() {
    assertThat(text(passwords(Source.PROMPT, Map.of()).typed("pferd für 马".toCharArray())))
        .isEqualTo("pferd für 马");
    assertThatThrownBy(() -> passwords(Source.PROMPT, Map.of()).typed(new char[] {' '}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the password is empty");
  }

  private Passwords passwords(Source source, Map<String, String> environment) {
    VaultSettings settings =
        new VaultSettings(
            VaultSettings.Place.KEYSTORE,
            directory.resolve("vault.bcfks"),
            null,
            0,
            source,
            directory.resolve("vault.password"),
            true,
            Set.of(),
            false,
            VaultHarness.PREVIOUS_LIFE,
            VaultHarness.CACHE_LIFE,
            10);
    SecureRandom random = new SecureRandom();
    return new Passwords(settings, new Sealer(random), random, environment::get);
  }

  private static String text(Sealed password) {
    return password.with(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
