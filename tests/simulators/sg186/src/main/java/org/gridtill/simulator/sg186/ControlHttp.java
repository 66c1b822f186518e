package org.gridtill.simulator.sg186;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The HTTP under the control client. Safe for use by many threads. */
final class ControlHttp {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  ControlHttp(URI base) {
    this.base = base;
  }

  /** Makes a request and returns the text of the answer. */
  String call(String method, String path, Map<String, String> arguments) {
    StringJoiner query = new StringJoiner("&");
    arguments.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, UTF_8)));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path + "?" + query))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      if (response.statusCode() == 400 || response.statusCode() == 404) {
        throw new IllegalArgumentException(path + "?" + query + ": " + response.body().strip());
      }
      if (response.statusCode() != 200) {
        throw new IOException("HTTP status " + response.statusCode() + " for " + path);
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("interrupted"));
    }
  }

  /** Makes a request and returns the fields of the answer's lines, without the headings. */
  List<String[]> table(String path, Map<String, String> arguments) {
    return call("GET", path, arguments).lines().skip(1).map(l -> l.split("\t", -1)).toList();
  }
}
