package org.gridtill.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditRecord;

/** Makes records that continue each other. */
final class Trail {

  static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private Trail() {}

  static AuditEvent event(String subject) {
    return new AuditEvent(
        "alice",
        "ssh /127.0.0.1:4711",
        "limit-authorize",
        subject,
        AuditEvent.Outcome.DONE,
        "0.00",
        "50000.00",
        "");
  }

  static List<AuditRecord> of(List<AuditEvent> events) {
    List<AuditRecord> records = new ArrayList<>();
    String previous = AuditAnchor.NONE.hash();
    for (AuditEvent event : events) {
      int number = records.size() + 1;
      AuditRecord record = RecordHash.record(number, NOON.plusMillis(number), event, previous);
      records.add(record);
      previous = record.hash();
    }
    return records;
  }

  static AuditAnchor anchor(AuditRecord record) {
    return new AuditAnchor(record.number(), record.hash());
  }

  static AuditAnchor head(List<AuditRecord> records) {
    return records.isEmpty() ? AuditAnchor.NONE : anchor(records.get(records.size() - 1));
  }

  /** Looks at records as {@code audit-verify} does. */
  static ChainCheck check(List<AuditRecord> records, AuditAnchor head, AuditAnchor anchor) {
    ChainCheck check = new ChainCheck(anchor);
    records.forEach(check::next);
    check.end(head);
    return check;
  }
}
