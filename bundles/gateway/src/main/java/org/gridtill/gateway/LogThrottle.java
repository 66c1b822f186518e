package org.gridtill.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Lets one line of a kind through in an interval. Safe for use by several threads. */
final class LogThrottle {

  private final long intervalNanos;
  private final LongSupplier nanoTime;
  private final Map<Enum<?>, Gate> gates = new HashMap<>();

  LogThrottle(Duration interval, LongSupplier nanoTime) {
    this.intervalNanos = interval.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Returns how many lines were left out before this one; empty if this one is left out too. */
  synchronized OptionalLong ask(Enum<?> kind) {
    long now = nanoTime.getAsLong();
    Gate gate = gates.get(kind);
    if (gate != null && now - gate.since < intervalNanos) {
      gate.leftOut++;
      return OptionalLong.empty();
    }
    gates.put(kind, new Gate(now));
    return OptionalLong.of(gate == null ? 0 : gate.leftOut);
  }

  private static final class Gate {
    private final long since;
    private long leftOut;

    Gate(long since) {
      this.since = since;
    }
  }
}
