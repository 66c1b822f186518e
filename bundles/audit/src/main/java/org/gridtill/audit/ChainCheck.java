package org.gridtill.audit;

import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditFinding;
import org.gridtill.api.platform.audit.AuditFinding.Kind;
import org.gridtill.api.platform.audit.AuditRecord;

/** Looks at records one after the other, in the order of their numbers. For one thread. */
final class ChainCheck {

  private static final int MOST = 100;

  private final AuditAnchor anchor;
  private final List<AuditFinding> findings = new ArrayList<>();
  private AuditAnchor last = AuditAnchor.NONE;
  private long records;

  /**
   * Starts before the first record.
   *
   * @param anchor what must be among them, or null
   */
  ChainCheck(AuditAnchor anchor) {
    this.anchor = anchor;
  }

  /** Looks at the next record. */
  void next(AuditRecord record) {
    records++;
    long expected = last.number() + 1;
    if (record.number() > expected) {
      find(record, Kind.MISSING, missing(expected, record.number() - 1));
    } else if (record.number() < expected) {
      find(record, Kind.INSERTED, "its number was there before or is out of order");
    } else if (!record.previousHash().equals(last.hash())) {
      find(record, Kind.UNLINKED, "it does not continue the record before it");
    }
    if (!record.hash().equals(RecordHash.of(record))) {
      find(record, Kind.ALTERED, "its content is not what its hash was computed over");
    }
    if (anchor != null
        && record.number() == anchor.number()
        && !record.hash().equals(anchor.hash())) {
      find(record, Kind.NOT_THE_ANCHORED, "it is another record than the anchor names");
    }
    last = new AuditAnchor(record.number(), record.hash());
  }

  /** Compares the last record with what is kept beside the records as the last one. */
  void end(AuditAnchor head) {
    if (head.number() > last.number()) {
      find(head.number(), Kind.MISSING, missing(last.number() + 1, head.number()));
    } else if (head.number() < last.number()) {
      find(last.number(), Kind.INSERTED, "the last record should be " + head.number());
    } else if (!head.hash().equals(last.hash())) {
      find(last.number(), Kind.UNLINKED, "it is not what was written last");
    }
    if (anchor != null && anchor.number() > last.number()) {
      find(anchor.number(), Kind.MISSING, "the record that the anchor names is missing");
    }
    if (anchor != null && anchor.number() == 0 && !anchor.equals(AuditAnchor.NONE)) {
      find(0, Kind.NOT_THE_ANCHORED, "the anchor before the first record is " + AuditAnchor.NONE);
    }
  }

  private static String missing(long from, long to) {
    return from == to
        ? "record " + from + " is missing"
        : "records " + from + " to " + to + " are missing";
  }

  private void find(AuditRecord record, Kind kind, String words) {
    find(record.number(), kind, words);
  }

  private void find(long number, Kind kind, String words) {
    if (findings.size() < MOST) {
      findings.add(new AuditFinding(number, kind, words));
    }
  }

  long records() {
    return records;
  }

  AuditAnchor last() {
    return last;
  }

  List<AuditFinding> findings() {
    return List.copyOf(findings);
  }
}
