package org.gridtill.tests.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where a platform listens.
 *
 * @param pos the port of the POS endpoint
 * @param http the port of the web server
 * @param ssh the port of the shell
 * @param billing the port of the billing system that it calls
 */
public record PlatformPorts(int pos, int http, int ssh, int billing) {

  /**
   * Makes sure that nothing listens on the ports that the platform is going to listen on.
   *
   * @throws IOException if something does, naming the port
   */
  void requireFree() throws IOException {
    requireFree(pos, http, ssh);
  }

  /**
   * Makes sure that nothing listens on these ports.
   *
   * @throws IOException if something does, naming the port
   */
  static void requireFree(int... ports) throws IOException {
    for (int port : ports) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException e) {
        throw new IOException("port " + port + " is in use by another program", e);
      }
    }
  }
}
