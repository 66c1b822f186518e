package org.gridtill.api.platform.terminals;

import java.time.Instant;

/**
 * A registered terminal and what is known of it.
 *
 * @param code its code, 1 to 16 letters or digits
 * @param agencyCode the agency it belongs to
 * @param adapter the name of the adapter that speaks its protocol
 * @param kind what it is, which decides what must prove it
 * @param serialNo the maker's number on it; empty if it was not registered
 * @param status whether it may work
 * @param batchNo the batch it works in, 6 digits
 * @param signedOnAt when it last signed on; null if never
 * @param lastSeenAt when it last sent something, to within half a minute; null if never
 * @param remoteAddress where that came from; null if never
 * @param online whether it was seen within the configured time
 */
public record Terminal(
    String code,
    String agencyCode,
    String adapter,
    TerminalKind kind,
    String serialNo,
    Status status,
    String batchNo,
    Instant signedOnAt,
    Instant lastSeenAt,
    String remoteAddress,
    boolean online) {

  /** Whether a terminal may work. */
  public enum Status {
    /** It may. */
    ACTIVE,
    /** It may not. */
    BLOCKED,
    /** It was stolen or withdrawn, and never may again. */
    REVOKED
  }
}
