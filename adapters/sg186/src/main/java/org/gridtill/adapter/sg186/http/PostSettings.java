package org.gridtill.adapter.sg186.http;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach the other side.
 *
 * @param url where it listens
 * @param connectTimeout the longest wait for a connection
 * @param receiveTimeout the longest wait for a whole answer after that
 * @param maxConnections the most calls at a time
 */
public record PostSettings(
    URI url, Duration connectTimeout, Duration receiveTimeout, int maxConnections) {}
