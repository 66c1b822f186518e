package org.gridtill.adapter.sg186;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

/** Passes requests on to another, and the answers back, unless it is told to do worse. */
final class Relay implements AutoCloseable {

  private final RawPeer peer = new RawPeer(this::pass);
  private final AtomicReference<RawPeer.Behavior> next = new AtomicReference<>();
  private final URI to;

  Relay(URI to) throws IOException {
    this.to = to;
  }

  URI url() {
    return peer.url();
  }

  /** Returns how many requests have come. */
  int requests() {
    return peer.requests().size();
  }

  /** The next request is passed on, and this is done instead of giving its answer back. */
  void answerNext(RawPeer.Behavior behavior) {
    next.set(behavior);
  }

  private void pass(String request, Socket socket, RawPeer me) throws IOException {
    RawPeer.Behavior worse = next.getAndSet(null);
    String answer = ask(request);
    if (worse == null) {
      RawPeer.saying(answer).answer(request, socket, me);
    } else {
      worse.answer(request, socket, me);
    }
  }

  private String ask(String request) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) to.toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "text/xml; charset=UTF-8");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(request.getBytes(UTF_8));
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return RawPeer.http(
          status, connection.getContentType(), new String(in.readAllBytes(), UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }
}
