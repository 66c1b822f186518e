package org.gridtill.adapter.sg186;

import java.lang.annotation.Annotation;
import java.net.URI;
import java.time.Duration;

/** A configuration as Declarative Services hands it over. */
record TestConfiguration(
    String url, int connectTimeoutMillis, int receiveTimeoutMillis, int maxConnections)
    implements Sg186Configuration {

  static TestConfiguration of(URI url) {
    return new TestConfiguration(url.toString(), 2_000, 10_000, 64);
  }

  TestConfiguration receiveTimeout(Duration timeout) {
    return new TestConfiguration(
        url, connectTimeoutMillis, Math.toIntExact(timeout.toMillis()), maxConnections);
  }

  TestConfiguration maxConnections(int most) {
    return new TestConfiguration(url, connectTimeoutMillis, receiveTimeoutMillis, most);
  }

  TestConfiguration connectTimeout(Duration timeout) {
    return new TestConfiguration(
        url, Math.toIntExact(timeout.toMillis()), receiveTimeoutMillis, maxConnections);
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return Sg186Configuration.class;
  }
}
