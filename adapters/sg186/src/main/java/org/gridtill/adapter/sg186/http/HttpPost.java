package org.gridtill.adapter.sg186.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts a message and waits for the answer, over connections that are kept for the next message.
 *
 * <p>A call waits for its turn at most as long as for a connection; then it ends within connect and
 * receive time-out together, whatever the other side does. It is never repeated. Safe for use by
 * many threads.
 */
final class HttpPost {

  private static final int LONGEST_ANSWER = 1 << 20;

  private final PostSettings settings;
  private final HttpClient client;
  private final Semaphore connections;

  HttpPost(PostSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
    this.connections = new Semaphore(settings.maxConnections());
  }

  /**
   * Posts a message.
   *
   * @param headers what to send beside it
   * @return the answer, whatever its status
   * @throws NotSentException if there was no answer, and the message certainly never arrived
   * @throws IOException if there was no answer, and the message may have arrived
   */
  HttpResponse<byte[]> post(Map<String, String> headers, byte[] message) throws IOException {
    awaitConnection();
    try {
      return exchange(headers, message);
    } finally {
      connections.release();
    }
  }

  private HttpResponse<byte[]> exchange(Map<String, String> headers, byte[] message)
      throws IOException {
    OneShotBody body = new OneShotBody(message);
    HttpRequest.Builder request = HttpRequest.newBuilder(settings.url()).POST(body);
    headers.forEach(request::setHeader);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), response -> new BoundedBody(LONGEST_ANSWER));
    try {
      return answer.get(longestCallMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(body, describe(e.getCause()), e.getCause());
    } catch (CancellationException e) {
      throw failure(body, "canceled", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw failure(body, "no answer within " + longestCallMillis() + " ms", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw failure(body, "interrupted", e);
    }
  }

  private void awaitConnection() throws IOException {
    try {
      if (!connections.tryAcquire(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NotSentException(
            "all " + settings.maxConnections() + " connections are in use", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotSentException("interrupted", new InterruptedIOException());
    }
  }

  private long longestCallMillis() {
    return settings.connectTimeout().plus(settings.receiveTimeout()).toMillis();
  }

  private static IOException failure(OneShotBody body, String what, Throwable cause) {
    return body.recall() ? new NotSentException(what, cause) : new IOException(what, cause);
  }

  private static String describe(Throwable failure) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    return message == null ? name : name + ": " + message;
  }
}
