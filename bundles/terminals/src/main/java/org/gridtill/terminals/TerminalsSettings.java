package org.gridtill.terminals;

import java.time.Duration;

/** The settings, checked. */
record TerminalsSettings(Duration online, Duration noting, Duration cacheLife) {

  static TerminalsSettings of(TerminalsConfiguration configuration) {
    return new TerminalsSettings(
        Duration.ofSeconds(within("onlineSeconds", configuration.onlineSeconds(), 60, 86_400)),
        Duration.ofSeconds(within("notingSeconds", configuration.notingSeconds(), 1, 30)),
        Duration.ofMillis(within("cacheMillis", configuration.cacheMillis(), 0, 60_000)));
  }

  private static int within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          TerminalsConfiguration.PID
              + ": "
              + key
              + " must be from "
              + least
              + " to "
              + most
              + ", but is "
              + value);
    }
    return value;
  }
}
