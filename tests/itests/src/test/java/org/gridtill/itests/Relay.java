package org.gridtill.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Passes connections on to another port. It can be closed and opened again: while it is closed,
 * connections are refused by the operating system, as of a server that does not run.
 */
final class Relay implements AutoCloseable {

  private final int port;
  private final int target;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "relay");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;

  /** A relay that does not listen yet. */
  Relay(int port, int target) {
    this.port = port;
    this.target = target;
  }

  /** Begins to listen. */
  void open() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    listener = socket;
    threads.execute(() -> accept(socket));
  }

  /** Refuses connections from now on, and closes those that are open. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Socket from = keep(socket.accept());
        Socket to = keep(new Socket(InetAddress.getLoopbackAddress(), target));
        threads.execute(() -> copy(from, to));
        threads.execute(() -> copy(to, from));
        if (socket.isClosed()) {
          end(from, to);
        }
      }
    } catch (IOException e) {
      // Closed, or the target does not run; the one who waits for an answer notices.
    }
  }

  private Socket keep(Socket socket) {
    open.add(socket);
    return socket;
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[4096];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    } catch (IOException e) {
      // One end is gone, so the other goes too.
    } finally {
      end(from, to);
    }
  }

  private void end(Socket... sockets) {
    for (Socket socket : sockets) {
      open.remove(socket);
      try {
        socket.close();
      } catch (IOException e) {
        // It is closed, one way or another.
      }
    }
  }
}
