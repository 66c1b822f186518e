package org.gridtill.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditRecord;

/**
 * What a record's hash is computed over, as docs/audit.md describes it: each value as a netstring,
 * so that no two records have the same bytes.
 */
final class RecordHash {

  private static final String VERSION = "1";

  private RecordHash() {}

  /** Makes a record that continues the one with that hash. */
  static AuditRecord record(long number, Instant at, AuditEvent event, String previousHash) {
    return new AuditRecord(number, at, event, previousHash, of(number, at, event, previousHash));
  }

  /** Returns the hash that the record should have. */
  static String of(AuditRecord record) {
    return of(record.number(), record.at(), record.event(), record.previousHash());
  }

  private static String of(long number, Instant at, AuditEvent event, String previousHash) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    add(bytes, VERSION);
    add(bytes, Long.toString(number));
    add(bytes, Long.toString(at.toEpochMilli()));
    add(bytes, event.person());
    add(bytes, event.origin());
    add(bytes, event.act());
    add(bytes, event.subject());
    add(bytes, event.outcome().name());
    add(bytes, event.before());
    add(bytes, event.after());
    add(bytes, event.details());
    add(bytes, previousHash);
    return HexFormat.of().formatHex(sha256().digest(bytes.toByteArray()));
  }

  private static void add(ByteArrayOutputStream bytes, String value) {
    if (value == null) {
      bytes.writeBytes("-,".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes((text.length + ":").getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(text);
    bytes.write(',');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
