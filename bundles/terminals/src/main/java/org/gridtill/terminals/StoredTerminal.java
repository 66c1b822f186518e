package org.gridtill.terminals;

import java.time.Duration;
import java.time.Instant;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.store.terminals.TerminalRow;

/** A terminal as the database has it. */
record StoredTerminal(
    String code,
    String agencyCode,
    String adapter,
    TerminalKind kind,
    String serialNo,
    Terminal.Status status,
    String batchNo,
    Instant signedOnAt,
    Instant lastSeenAt,
    String remoteAddress) {

  static StoredTerminal of(TerminalRow row) {
    return new StoredTerminal(
        row.terminalCode(),
        row.agencyCode(),
        row.adapter(),
        TerminalKind.valueOf(row.kind()),
        row.serialNo() == null ? "" : row.serialNo(),
        Terminal.Status.valueOf(row.status()),
        row.batchNo(),
        instant(row.signedOnAt()),
        instant(row.lastSeenAt()),
        row.remoteAddress());
  }

  /** Tells whether it was seen less than that time ago. */
  boolean seenWithin(Duration time, Instant now) {
    return lastSeenAt != null && now.isBefore(lastSeenAt.plus(time));
  }

  Terminal toTerminal(Duration onlineTime, Instant now) {
    return new Terminal(
        code,
        agencyCode,
        adapter,
        kind,
        serialNo,
        status,
        batchNo,
        signedOnAt,
        lastSeenAt,
        remoteAddress,
        seenWithin(onlineTime, now));
  }

  private static Instant instant(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
