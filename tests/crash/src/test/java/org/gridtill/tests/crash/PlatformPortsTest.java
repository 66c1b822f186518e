package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PlatformPortsTest {

  @Test
  void namesAPortOnWhichSomethingListens() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = other.getLocalPort();
      assertThatThrownBy(new PlatformPorts(taken, 0, 0, 0)::requireFree)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + taken);
    }
    new PlatformPorts(0, 0, 0, 0).requireFree();
  }
}
