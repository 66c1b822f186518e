package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.Duration;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultSettingsTest {

  @Test
  void takesWhatIsRight() {
    VaultSettings settings = VaultSettings.of(new Values("/k", "/p", 0, 1, 1, ""));

    assertThat(settings.keystoreFile()).hasToString("/k");
    assertThat(settings.previousKeyLife()).isEqualTo(Duration.ZERO);
    assertThat(settings.usable(Suite.AES_CMAC)).isTrue();
    assertThat(settings.usable(Suite.X919)).as("off unless switched on").isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    ", /p, 120, 60, 10, '', keystoreFile",
    "' ', /p, 120, 60, 10, '', keystoreFile",
    "/k, , 120, 60, 10, '', passwordFile",
    "/k, /p, -1, 60, 10, '', previousKeySeconds",
    "/k, /p, 86401, 60, 10, '', previousKeySeconds",
    "/k, /p, 120, 0, 10, '', cacheSeconds",
    "/k, /p, 120, 60, 0, '', cachedTerminals",
    "/k, /p, 120, 60, 10, AES_CMAC, legacySuites",
    "/k, /p, 120, 60, 10, 'X919,DES', legacySuites",
  })
  void refusesWhatIsWrongNamingTheKey(
      String keystore,
      String password,
      int previous,
      int cache,
      int terminals,
      String legacy,
      String key) {
    Values values = new Values(keystore, password, previous, cache, terminals, legacy);

    assertThatThrownBy(() -> VaultSettings.of(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.gridtill.vault: " + key);
  }

  @SuppressWarnings("ClassExplicitlyAnnotation")
  private record Values(
      String keystoreFile,
      String passwordFile,
      int previousKeySeconds,
      int cacheSeconds,
      int cachedTerminals,
      String legacySuites)
      implements VaultConfiguration {

    @Override
    public String masterKeys() {
      return "keystore";
    }

    @Override
    public String pkcs11Library() {
      return null;
    }

    @Override
    public int pkcs11SlotIndex() {
      return 0;
    }

    @Override
    public String passwordFrom() {
      return "file";
    }

    @Override
    public boolean testKeys() {
      return false;
    }

    @Override
    public boolean createIfMissing() {
      return false;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return VaultConfiguration.class;
    }
  }
}
