package org.gridtill.gateway;

import java.util.Set;

/**
 * What one remote address may do at an endpoint.
 *
 * @param connections how many it may have open; as many may come at once, after a rest
 * @param connectionsPerSecond how many new ones it may open in the long run
 * @param framesPerSecond how many frames of all its connections are read; more wait
 * @param unlimited addresses to which nothing of this applies, as {@link
 *     java.net.InetAddress#getHostAddress} writes them
 */
record AddressLimits(
    int connections, int connectionsPerSecond, int framesPerSecond, Set<String> unlimited) {

  /** Copies the set. */
  AddressLimits {
    unlimited = Set.copyOf(unlimited);
  }
}
