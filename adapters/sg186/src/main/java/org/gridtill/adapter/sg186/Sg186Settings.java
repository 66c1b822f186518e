package org.gridtill.adapter.sg186;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.gridtill.adapter.sg186.http.PostSettings;

/** Turns the configuration into checked settings. */
final class Sg186Settings {

  private Sg186Settings() {}

  /**
   * Checks the configuration.
   *
   * @throws IllegalArgumentException if a value is missing or wrong; names PID and key
   */
  static PostSettings check(Sg186Configuration configuration) {
    return new PostSettings(
        url(configuration.url()),
        millis("connectTimeoutMillis", configuration.connectTimeoutMillis(), 60_000),
        millis("receiveTimeoutMillis", configuration.receiveTimeoutMillis(), 600_000),
        between("maxConnections", configuration.maxConnections(), 10_000));
  }

  private static URI url(String text) {
    if (text == null || text.isBlank()) {
      throw wrong("url", "is missing");
    }
    try {
      URI url = new URI(text.strip());
      String scheme = url.getScheme();
      boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (!http || url.getHost() == null) {
        throw wrong("url", "is no http or https URL with a host");
      }
      return url;
    } catch (URISyntaxException e) {
      throw wrong("url", "is no URL: " + e.getReason());
    }
  }

  private static Duration millis(String key, int value, int most) {
    return Duration.ofMillis(between(key, value, most));
  }

  private static int between(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw wrong(key, "is not between 1 and " + most + ": " + value);
    }
    return value;
  }

  private static IllegalArgumentException wrong(String key, String what) {
    return new IllegalArgumentException(Sg186Configuration.PID + ": " + key + " " + what);
  }
}
