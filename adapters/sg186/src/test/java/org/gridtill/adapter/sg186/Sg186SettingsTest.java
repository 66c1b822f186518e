package org.gridtill.adapter.sg186;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.gridtill.adapter.sg186.http.PostSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sg186SettingsTest {

  @Test
  void goodValuesAreTaken() {
    PostSettings settings =
        Sg186Settings.check(new TestConfiguration("https://sg186.test/pay", 100, 200, 3));
    assertThat(settings.url()).hasToString("https://sg186.test/pay");
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(100));
    assertThat(settings.receiveTimeout()).isEqualTo(Duration.ofMillis(200));
    assertThat(settings.maxConnections()).isEqualTo(3);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "sg186", "ftp://h/x", "http:///x", "http://a b/", "file:///x"})
  void aUrlThatIsNoneIsRefusedByName(String url) {
    assertRefused(new TestConfiguration(url, 100, 200, 3), "url");
  }

  @Test
  void numbersOutOfRangeAreRefusedByName() {
    assertRefused(new TestConfiguration("http://h/", 0, 200, 3), "connectTimeoutMillis");
    assertRefused(new TestConfiguration("http://h/", 60_001, 200, 3), "connectTimeoutMillis");
    assertRefused(new TestConfiguration("http://h/", 100, -1, 3), "receiveTimeoutMillis");
    assertRefused(new TestConfiguration("http://h/", 100, 200, 0), "maxConnections");
  }

  private static void assertRefused(TestConfiguration configuration, String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sg186BillingSystem(configuration))
        .withMessageContaining("org.gridtill.adapter.sg186: " + key);
  }
}
