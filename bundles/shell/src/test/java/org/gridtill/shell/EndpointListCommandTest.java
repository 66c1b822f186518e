package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridtill.api.platform.gateway.Endpoint;
import org.junit.jupiter.api.Test;

class EndpointListCommandTest {

  @Test
  void endpointsAreListedByName() throws Exception {
    EndpointListCommand command = new EndpointListCommand();
    command.endpoints =
        List.of(
            endpoint("pos-tls", true, "waits for the vault", Map.of()),
            endpoint(
                "pos", false, null, new TreeMap<>(Map.of("BAD_MAC", 2L, "OVERSIZED_FRAME", 1L))));
    List<String> lines = new Printed().run(command);
    assertThat(lines.subList(2, 4))
        .containsExactly(
            "pos      | pos     | 127.0.0.1:8583 | no                   | listens             |       3/500 |    420 | BAD_MAC 2,"
                + " OVERSIZED_FRAME 1",
            "pos-tls  | pos     | 127.0.0.1:8583 | certificate required | waits for the vault |       3/500 |    420 | -");
  }

  @Test
  void withoutEndpointsItSaysSo() throws Exception {
    EndpointListCommand command = new EndpointListCommand();
    command.endpoints = List.of();
    assertThat(new Printed().run(command)).contains("no endpoint is configured");
  }

  private static Endpoint endpoint(
      String name, boolean tls, String obstacle, Map<String, Long> refused) {
    return Fake.of(
        Endpoint.class,
        Map.of(
            "name", arguments -> name,
            "adapter", arguments -> "pos",
            "address", arguments -> "127.0.0.1:8583",
            "tls", arguments -> tls,
            "clientCertificate", arguments -> "required",
            "obstacle", arguments -> Optional.ofNullable(obstacle),
            "connections", arguments -> 3,
            "maxConnections", arguments -> 500,
            "frames", arguments -> 420L,
            "refused", arguments -> refused));
  }
}
