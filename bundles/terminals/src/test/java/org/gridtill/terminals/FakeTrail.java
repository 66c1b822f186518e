package org.gridtill.terminals;

import java.io.Writer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditRecord;
import org.gridtill.api.platform.audit.AuditTrail;

/** A trail that keeps act and subject, in the order in which they were recorded. */
final class FakeTrail implements AuditTrail {

  final List<String> acts = new CopyOnWriteArrayList<>();

  @Override
  public AuditRecord record(AuditEvent event) {
    acts.add(event.act() + ' ' + event.subject());
    return null;
  }

  @Override
  public AuditAnchor anchor() {
    throw new AssertionError("nobody asks for it here");
  }

  @Override
  public List<AuditRecord> latest(Filter filter, int most) {
    throw new AssertionError("nobody looks here");
  }

  @Override
  public Verification verify(AuditAnchor anchor) {
    throw new AssertionError("nobody verifies here");
  }

  @Override
  public long export(long from, long to, Writer writer) {
    throw new AssertionError("nobody exports here");
  }
}
