package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.transactions.ReversibleAmount.Scope;
import org.gridtill.transactions.EngineSettings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSettingsTest {

  private static final Path SHIPPED =
      Path.of("../../karaf-assembly/src/main/resources/etc/org.gridtill.transactions.cfg");

  /** The settings with some of them changed, as the configuration would have them. */
  private static Settings settings(Map<String, String> changed) {
    return (Settings)
        Proxy.newProxyInstance(
            Settings.class.getClassLoader(),
            new Class<?>[] {Settings.class},
            (proxy, method, arguments) -> {
              String value = changed.get(method.getName());
              if (value == null) {
                return method.getDefaultValue();
              }
              return method.getReturnType() == int.class ? Integer.valueOf(value) : value;
            });
  }

  private static void use(Settings settings) {
    EngineSettings checked = new EngineSettings(settings);
    checked.timing();
    checked.policy();
    checked.gate();
  }

  @Test
  void areGoodByDefault() {
    EngineSettings settings = new EngineSettings(settings(Map.of()));

    assertThat(settings.timing().patience()).isEqualTo(Duration.ofSeconds(45));
    assertThat(settings.timing().backoff().delay(100)).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.policy().automatic()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.policy().daily()).isEmpty();
    assertThat(settings.policy().needsSecondPerson(Long.MAX_VALUE)).isFalse();
    assertThat(settings.gate().callTime()).isEqualTo(Duration.ofSeconds(40));
    assertThat(settings.gate().calls()).isEqualTo(64);
  }

  @Test
  void saysWhatItSays() {
    ReversalPolicy policy =
        new EngineSettings(
                settings(
                    Map.of(
                        "secondPersonAbove", " 500.00 ",
                        "agencyReversalsPerDay", "10",
                        "collectorReversalYuanPerDay", "99.50")))
            .policy();

    assertThat(policy.secondPersonAbove()).isEqualTo(Money.parse("500.00"));
    assertThat(policy.needsSecondPerson(50000)).isFalse();
    assertThat(policy.needsSecondPerson(50001)).isTrue();
    assertThat(policy.daily())
        .containsOnly(
            Map.entry(Scope.AGENCY, new ReversalPolicy.Limit(10, Long.MAX_VALUE)),
            Map.entry(Scope.COLLECTOR, new ReversalPolicy.Limit(Integer.MAX_VALUE, 9950)));
  }

  @ParameterizedTest
  @CsvSource({
    "patienceSeconds,0",
    "firstRetrySeconds,0",
    "longestRetrySeconds,-1",
    "resolverThreads,0",
    "billingCalls,0",
    "billingTimeoutSeconds,0",
    "billingTimeoutSeconds,45",
    "billingPauseSeconds,0",
    "automaticReversalSeconds,-1",
    "secondPersonAbove,much",
    "secondPersonAbove,-1.00",
    "agencyReversalsPerDay,-1",
    "agencyReversalYuanPerDay,1.234",
    "agencyReversalYuanPerDay,-5.00",
    "collectorReversalsPerDay,-1",
    "collectorReversalYuanPerDay,x",
    "terminalReversalsPerDay,-1",
    "terminalReversalYuanPerDay,x"
  })
  void areRefusedByTheirNameIfWrong(String key, String value) {
    assertThatThrownBy(() -> use(settings(Map.of(key, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.gridtill.transactions: ")
        .hasMessageContaining(key);
  }

  @Test
  void areShippedWithTheirDefaults() throws IOException {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(SHIPPED)) {
      file.load(reader);
    }
    Map<String, String> shipped = new HashMap<>();
    file.forEach((key, value) -> shipped.put((String) key, (String) value));
    Map<String, String> defaults = new HashMap<>();
    Arrays.stream(Settings.class.getDeclaredMethods())
        .filter(method -> method.getDefaultValue() != null)
        .forEach(method -> defaults.put(method.getName(), text(method)));

    assertThat(new TreeSet<>(shipped.keySet())).isEqualTo(new TreeSet<>(defaults.keySet()));
    assertThat(shipped).isEqualTo(defaults);
    use(settings(shipped));
  }

  private static String text(Method setting) {
    return String.valueOf(setting.getDefaultValue());
  }
}
