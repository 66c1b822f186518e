package org.gridtill.gateway;

import static org.gridtill.gateway.Fault.ADDRESS_CONNECTION_LIMIT;
import static org.gridtill.gateway.Fault.ADDRESS_CONNECTION_RATE;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps one remote address from taking an endpoint from all others. Of IPv6, a network of 64 bits
 * counts as one address, since that is the least that anybody gets.
 *
 * <p>Its memory is bounded whoever comes: there are at most as many addresses with connections as
 * the endpoint has connections, and of those without only the last are remembered. Who commands
 * more addresses than that is not slowed down here, and harms nobody's place in the table. Safe for
 * use by several threads.
 */
final class Addresses {

  /** How many addresses without a connection are remembered. */
  static final int REMEMBERED = 4_096;

  private static final int NETWORK_BYTES = 8;

  private final AddressLimits limits;
  private final LongSupplier nanoTime;
  private final Map<ByteBuffer, Visitor> here = new HashMap<>();
  private final Map<ByteBuffer, Visitor> gone = new LinkedHashMap<>();

  Addresses(AddressLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /** What is known of an address while it has connections, and some time after. */
  final class Visitor {

    private final ByteBuffer key;
    private final TokenBucket arrivals =
        new TokenBucket(limits.connectionsPerSecond(), limits.connections());
    private final TokenBucket frames =
        new TokenBucket(limits.framesPerSecond(), limits.framesPerSecond());
    private int connections;

    private Visitor(ByteBuffer key) {
      this.key = key;
    }

    /** Counts a frame; returns how many nanoseconds it must wait. */
    long frame() {
      synchronized (Addresses.this) {
        return key == null ? 0 : frames.takeLater(nanoTime.getAsLong());
      }
    }

    /** Ends one of its connections. */
    void leave() {
      left(this);
    }
  }

  /** A new connection: either who it is, or why it may not stay. */
  record Arrival(Visitor visitor, Fault refusal) {}

  /**
   * Lets a connection in. Whoever is let in leaves again, once.
   *
   * @param address null if it is not known, which counts as one address
   */
  synchronized Arrival arrive(InetAddress address) {
    if (address != null && limits.unlimited().contains(address.getHostAddress())) {
      return new Arrival(new Visitor(null), null);
    }
    ByteBuffer key = key(address);
    Visitor visitor = here.get(key);
    if (visitor == null) {
      Visitor known = gone.remove(key);
      visitor = known == null ? new Visitor(key) : known;
    }
    if (visitor.connections >= limits.connections()) {
      return new Arrival(null, ADDRESS_CONNECTION_LIMIT);
    }
    if (!visitor.arrivals.take(nanoTime.getAsLong())) {
      remember(visitor);
      return new Arrival(null, ADDRESS_CONNECTION_RATE);
    }
    visitor.connections++;
    here.put(key, visitor);
    return new Arrival(visitor, null);
  }

  /** Returns how many addresses are in memory. */
  synchronized int size() {
    return here.size() + gone.size();
  }

  private synchronized void left(Visitor visitor) {
    if (visitor.key != null && --visitor.connections == 0) {
      here.remove(visitor.key);
      remember(visitor);
    }
  }

  private void remember(Visitor visitor) {
    if (visitor.connections > 0) {
      return;
    }
    gone.put(visitor.key, visitor);
    if (gone.size() > REMEMBERED) {
      gone.remove(gone.keySet().iterator().next());
    }
  }

  private static ByteBuffer key(InetAddress address) {
    if (address == null) {
      return ByteBuffer.allocate(0);
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? ByteBuffer.wrap(bytes, 0, NETWORK_BYTES).slice()
        : ByteBuffer.wrap(bytes);
  }
}
