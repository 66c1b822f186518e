package org.gridtill.api.platform.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps what was done, in records that are only ever added. Each holds the hash of the one before.
 * Safe for use by several threads and nodes.
 *
 * <p>Records are written one after the other, whoever writes them: the next one waits for the
 * commit of the one before. So it is the last thing that a transaction does, after all locks of its
 * own, and nothing that happens with every payment is recorded here.
 */
@ProviderType
public interface AuditTrail {

  /**
   * Adds a record, in the caller's transaction if there is one: what it records is then committed
   * with it or not at all.
   *
   * @throws RuntimeException if it cannot be kept; what it records must not happen then
   */
  AuditRecord record(AuditEvent event);

  /** Returns the last record's number and hash. */
  AuditAnchor anchor();

  /**
   * Returns records, latest first.
   *
   * @param filter which
   * @param most how many at most, 1 to 10000
   */
  List<AuditRecord> latest(Filter filter, int most);

  /**
   * Looks at every record.
   *
   * @param anchor what the trail must contain; null for nothing
   * @return what is wrong, at most 100 findings; nothing is wrong if there is none
   */
  Verification verify(AuditAnchor anchor);

  /**
   * Writes records as lines of JSON, oldest first, in the form that docs/audit.md describes.
   *
   * @param from the first record's number
   * @param to the last one's; if there are not so many, up to the last
   * @return how many were written
   * @throws IOException if the writer fails
   */
  long export(long from, long to, Writer writer) throws IOException;

  /**
   * Which records are wanted.
   *
   * @param person whose; null for everybody's
   * @param act whose act begins so; null for all
   * @param text whose subject contains this; null for all
   */
  record Filter(String person, String act, String text) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null);
  }

  /**
   * The result of looking at all records.
   *
   * @param records how many there are
   * @param head the last one
   * @param findings what is wrong
   */
  record Verification(long records, AuditAnchor head, List<AuditFinding> findings) {

    /** Copies the list. */
    public Verification {
      findings = List.copyOf(findings);
    }
  }
}
