package org.gridtill.adapter.sg186;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers everybody with what it was told last, and counts who came. */
final class CannedServer implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger visits = new AtomicInteger();
  private volatile byte[] answer = {};

  CannedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
  }

  void answer(byte[] newAnswer) {
    answer = newAnswer;
  }

  int visits() {
    return visits.get();
  }

  private void serve(HttpExchange exchange) throws IOException {
    visits.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    byte[] body = answer;
    exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=UTF-8");
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
