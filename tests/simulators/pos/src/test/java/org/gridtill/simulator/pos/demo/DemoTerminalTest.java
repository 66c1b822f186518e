package org.gridtill.simulator.pos.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.gridtill.simulator.pos.FakePlatform;
import org.junit.jupiter.api.Test;

class DemoTerminalTest {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @Test
  void saysThatNothingListens() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    assertThat(run(port)).isFalse();
    assertThat(text()).contains("FAILED: Nothing listens at 127.0.0.1:" + port);
  }

  @Test
  void saysWhyTheSignOnWasRefused() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      byte[] reason = "unknown terminal".getBytes(StandardCharsets.US_ASCII);
      platform.then(frame -> FakePlatform.answer(frame, "97").set(63, reason).frame());
      assertThat(run(platform.port())).isFalse();
      assertThat(text()).contains("FAILED: The platform refused the sign-on: code 97, unknown");
    }
  }

  @Test
  void saysThatTheConversationBrokeOff() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      platform.then(frame -> null);
      assertThat(run(platform.port())).isFalse();
      assertThat(text()).contains("FAILED: The platform at").contains("closed the connection");
    }
  }

  @Test
  void readsOptions() {
    DemoOptions options = DemoOptions.parse("--consumer", "1", "--port", "1234");
    assertThat(options).isEqualTo(new DemoOptions("127.0.0.1", 1234, "T0000001", "A001", "1", ""));
    assertThat(DemoOptions.parse("--consumer", "1", "--card-consumer", "2").cardConsumer())
        .isEqualTo("2");
    assertThatThrownBy(() -> DemoOptions.parse()).hasMessageContaining("--consumer");
    assertThatThrownBy(() -> DemoOptions.parse("--consumer")).hasMessageContaining("--consumer");
    assertThatThrownBy(() -> DemoOptions.parse("--what", "x")).hasMessageContaining("--what");
    assertThatThrownBy(() -> DemoOptions.parse("--consumer", "1", "--port", "70000"))
        .hasMessageContaining("--port");
    assertThatThrownBy(() -> DemoOptions.parse("--consumer", "1", "--terminal", "P1"))
        .hasMessageContaining("--terminal");
  }

  private boolean run(int port) {
    DemoOptions options = new DemoOptions("127.0.0.1", port, "T0000001", "A001", "0100000001", "");
    PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    return new DemoTerminal(options, out).run();
  }

  private String text() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
