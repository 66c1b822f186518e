package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on which nothing listens at the moment. */
final class FreePorts {

  private FreePorts() {}

  /** Returns one whose successor is free, too. */
  static int next() throws IOException {
    while (true) {
      try (ServerSocket one = listen(0);
          ServerSocket other = listen(one.getLocalPort() + 1)) {
        return other.getLocalPort() - 1;
      } catch (BindException e) {
        // The next one is taken; look elsewhere.
        continue;
      }
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
