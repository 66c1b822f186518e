package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultSettingsTest {

  @Test
  void takesWhatIsRight() {
    VaultSettings settings = VaultSettings.of(new Values("/k", "/p", 0, 1, 1));

    assertThat(settings.keystoreFile()).hasToString("/k");
    assertThat(settings.previousKeyLife()).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    ", /p, 120, 60, 10, keystoreFile",
    "' ', /p, 120, 60, 10, keystoreFile",
    "/k, , 120, 60, 10, passwordFile",
    "/k, /p, -1, 60, 10, previousKeySeconds",
    "/k, /p, 86401, 60, 10, previousKeySeconds",
    "/k, /p, 120, 0, 10, cacheSeconds",
    "/k, /p, 120, 60, 0, cachedTerminals",
  })
  void refusesWhatIsWrongNamingTheKey(
      String keystore, String password, int previous, int cache, int terminals, String key) {
    Values values = new Values(keystore, password, previous, cache, terminals);

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
      int cachedTerminals)
      implements VaultConfiguration {

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
