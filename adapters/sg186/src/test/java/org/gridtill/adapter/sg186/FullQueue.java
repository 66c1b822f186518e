package org.gridtill.adapter.sg186;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Fills the queue of a listener that accepts nothing, so that further connections hang. */
final class FullQueue implements AutoCloseable {

  private static final int ENOUGH = 100;

  private final List<Socket> waiting = new ArrayList<>();
  private final ServerSocket listener;

  FullQueue(ServerSocket listener) throws IOException {
    this.listener = listener;
    boolean full = false;
    while (!full && waiting.size() < ENOUGH) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(new InetSocketAddress("127.0.0.1", listener.getLocalPort()), 300);
      } catch (SocketTimeoutException e) {
        full = true;
      }
    }
    if (!full) {
      throw new IOException("the queue of a listener has no end");
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/sg186");
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : waiting) {
      socket.close();
    }
  }
}
