package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointSettingsTest {

  private static final String PID = "org.gridtill.gateway.endpoint~pos";

  private final Map<String, Object> values =
      new HashMap<>(Map.of("name", "pos", "adapter", "pos", "port", 8583));

  @Test
  void clientCertificatesNeedTlsAndAKnownWord() {
    values.put("clientCertificate", "required");
    assertThatThrownBy(this::settings)
        .hasMessage(PID + ": clientCertificate is required, but tls is off");
    values.put("tls", true);
    values.put("tlsKeystoreFile", "/k");
    values.put("tlsKeystorePasswordFile", "/p");
    assertThat(settings().clients()).isEqualTo(EndpointSettings.ClientCertificate.REQUIRED);
    values.put("clientCertificate", "maybe");
    assertThatThrownBy(this::settings)
        .hasMessage(PID + ": clientCertificate must be none, wanted or required, but is maybe");
  }

  @Test
  void everythingElseHasADefault() {
    EndpointSettings settings = settings();

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.tls()).isNull();
    assertThat(settings.limits().connections()).isEqualTo(1_000);
    assertThat(settings.addressLimits().connections()).isEqualTo(500);
    assertThat(settings.addressLimits().unlimited())
        .containsExactlyInAnyOrder("127.0.0.1", "0:0:0:0:0:0:0:1");
  }

  @ParameterizedTest
  @CsvSource({
    "name, ",
    "name, 'A b'",
    "adapter, ",
    "adapter, 'x)(y=*'",
    "host, ' '",
    "unlimitedAddresses, proxy.example",
    "unlimitedAddresses, '192.0.2.1,192.0.2'",
  })
  void refusesAWrongText(String key, String value) {
    values.put(key, value == null ? "" : value);

    assertThatThrownBy(this::settings).hasMessageStartingWith(PID + ": " + key);
  }

  @ParameterizedTest
  @CsvSource({
    "port, -1",
    "port, 65536",
    "maxConnections, 0",
    "maxFrameBytes, 65536",
    "idleSeconds, 0",
    "maxConnectionsPerAddress, 0",
    "connectionsPerSecondPerAddress, 0",
    "framesPerSecondPerAddress, 100001",
    "frameSeconds, 601",
    "workers, 0",
    "maxBadFrames, 0",
    "stopSeconds, 51",
    "logSeconds, 0",
  })
  void refusesAWrongNumber(String key, int value) {
    values.put(key, value);

    assertThatThrownBy(this::settings)
        .hasMessageStartingWith(PID + ": " + key)
        .hasMessageContaining(String.valueOf(value));
  }

  @Test
  void refusesAPortThatIsMissing() {
    values.remove("port");

    assertThatThrownBy(this::settings).hasMessageStartingWith(PID + ": port");
  }

  @Test
  void tlsNeedsItsFiles() {
    values.put("tls", true);
    assertThatThrownBy(this::settings).hasMessageStartingWith(PID + ": tlsKeystoreFile is missing");

    values.put("tlsKeystoreFile", "/k");
    assertThatThrownBy(this::settings)
        .hasMessageStartingWith(PID + ": tlsKeystorePasswordFile is missing");
  }

  private EndpointSettings settings() {
    EndpointConfiguration configuration =
        (EndpointConfiguration)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EndpointConfiguration.class},
                (proxy, method, arguments) -> value(method));
    return EndpointSettings.of(PID, configuration);
  }

  private Object value(Method method) {
    return values.getOrDefault(method.getName(), method.getDefaultValue());
  }
}
