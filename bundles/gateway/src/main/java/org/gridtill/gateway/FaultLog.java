package org.gridtill.gateway;

import java.util.OptionalLong;
import org.gridtill.api.adapter.terminal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and logs what went wrong at an endpoint. Peers cause these lines, so a throttle stands
 * before the log, and nothing a peer sent gets in unfiltered. Safe for use by several threads.
 */
final class FaultLog {

  private static final Logger LOG = LoggerFactory.getLogger("org.gridtill.gateway");
  private static final int LONGEST_DETAIL = 200;

  private final String endpoint;
  private final EndpointStatistics statistics;
  private final LogThrottle throttle;

  FaultLog(String endpoint, EndpointStatistics statistics, LogThrottle throttle) {
    this.endpoint = endpoint;
    this.statistics = statistics;
    this.throttle = throttle;
  }

  /** Notes something that a peer did. */
  void fault(Fault fault, String remoteAddress, String detail) {
    fault(fault, remoteAddress, detail, null);
  }

  /**
   * Notes something that went wrong.
   *
   * @param cause logged with its stack trace; null if there is nothing more to say
   */
  void fault(Fault fault, String remoteAddress, String detail, Throwable cause) {
    statistics.fault(fault);
    log(fault, remoteAddress, detail, cause);
  }

  /** Notes a request that the gateway or the registry refused. */
  void refusal(Refusal refusal, String remoteAddress, String detail) {
    statistics.refusal(refusal);
    log(refusal, remoteAddress, detail, null);
  }

  private void log(Enum<?> kind, String remoteAddress, String detail, Throwable cause) {
    OptionalLong leftOut = throttle.ask(kind);
    if (leftOut.isEmpty()) {
      return;
    }
    LOG.warn(
        "Endpoint {}: {} from {}: {} ({} more like this were not logged)",
        endpoint,
        kind,
        remoteAddress,
        printable(detail),
        leftOut.getAsLong(),
        cause);
  }

  /** Returns the text without control characters and other things that would spoil a log. */
  static String printable(String text) {
    if (text == null) {
      return "";
    }
    String line = text.replaceAll("[^\\x20-\\x7E]", "?");
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "...";
  }
}
