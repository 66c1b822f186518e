package org.gridtill.adapter.sg186;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A peer that reads HTTP requests as it should, and answers as badly as it is told to. */
final class RawPeer implements AutoCloseable {

  private static final Pattern LENGTH =
      Pattern.compile("content-length: *([0-9]+)", Pattern.CASE_INSENSITIVE);

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch accepting = new CountDownLatch(1);
  private final Behavior behavior;

  RawPeer(Behavior behavior) throws IOException {
    this.behavior = behavior;
    threads.execute(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/sg186");
  }

  /** Returns the bodies of the requests that came whole. */
  List<String> requests() {
    return requests;
  }

  int connectionCount() {
    return connections.size();
  }

  /** Closes the port; nobody can connect any more when the method returns. */
  void stopListening() throws IOException {
    listener.close();
    try {
      accepting.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  static String http(int status, String type, String body) {
    return "HTTP/1.1 "
        + status
        + " Whatever\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : connections) {
      socket.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        connections.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      accepting.countDown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String body = read(in);
      while (body != null) {
        requests.add(body);
        behavior.answer(body, socket, this);
        if (socket.isClosed()) {
          return;
        }
        body = read(in);
      }
    } catch (IOException e) {
      // The other side has gone; there is nobody to tell.
      connections.remove(socket);
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      head.write(b);
    }
    Matcher length = LENGTH.matcher(head.toString(UTF_8));
    int expected = length.find() ? Integer.parseInt(length.group(1)) : 0;
    byte[] body = in.readNBytes(expected);
    return body.length == expected ? new String(body, UTF_8) : null;
  }

  /** How the peer answers a request. */
  interface Behavior {
    void answer(String request, Socket socket, RawPeer peer) throws IOException;
  }

  /** Answers every request with this text. */
  static Behavior saying(String answer) {
    return (request, socket, peer) -> socket.getOutputStream().write(answer.getBytes(UTF_8));
  }
}
