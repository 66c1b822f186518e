package org.gridtill.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalsSettingsTest {

  @Test
  void takesWhatIsRight() {
    assertThat(TerminalsSettings.of(new Values(60, 1, 0)))
        .isEqualTo(
            new TerminalsSettings(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({
    "59, 30, 1000, onlineSeconds",
    "180, 0, 1000, notingSeconds",
    "180, 31, 1000, notingSeconds",
    "180, 30, -1, cacheMillis",
  })
  void refusesWhatIsWrongNamingTheKey(int online, int noting, int cache, String key) {
    assertThatThrownBy(() -> TerminalsSettings.of(new Values(online, noting, cache)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("org.gridtill.terminals: " + key);
  }

  @SuppressWarnings("ClassExplicitlyAnnotation")
  private record Values(int onlineSeconds, int notingSeconds, int cacheMillis)
      implements TerminalsConfiguration {

    @Override
    public Class<? extends Annotation> annotationType() {
      return TerminalsConfiguration.class;
    }
  }
}
