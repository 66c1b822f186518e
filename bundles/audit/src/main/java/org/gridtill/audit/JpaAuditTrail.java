package org.gridtill.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditRecord;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit trail in the database. */
@Component
public class JpaAuditTrail implements AuditTrail {

  private static final int PAGE = 1000;
  private static final int MOST = 10_000;

  private final JpaTemplate jpa;
  private final PlatformClock clock;

  /** Made by Declarative Services. */
  @Activate
  public JpaAuditTrail(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock) {
    this.jpa = jpa;
    this.clock = clock;
  }

  @Override
  public AuditRecord record(AuditEvent event) {
    return jpa.txExpr(TransactionType.Required, em -> AuditTable.add(em, clock.now(), event));
  }

  @Override
  public AuditAnchor anchor() {
    return jpa.txExpr(TransactionType.Required, AuditTable::head);
  }

  @Override
  public List<AuditRecord> latest(Filter filter, int most) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("so many records are from 1 to " + MOST + ": " + most);
    }
    return jpa.txExpr(TransactionType.Required, em -> AuditTable.latest(em, filter, most));
  }

  @Override
  public Verification verify(AuditAnchor anchor) {
    ChainCheck check = new ChainCheck(anchor);
    // What is there already, without keeping anybody from adding.
    long seen = anchor().number();
    while (check.last().number() < seen) {
      List<AuditRecord> page = page(check.last().number() + 1, seen);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(check::next);
    }
    // What was added meanwhile, and what stands behind the last one.
    AuditAnchor head =
        jpa.txExpr(
            TransactionType.Required,
            em -> {
              AuditTable.lock(em);
              List<AuditRecord> rest;
              do {
                rest = AuditTable.from(em, check.last().number() + 1, Long.MAX_VALUE, PAGE);
                rest.forEach(check::next);
              } while (!rest.isEmpty());
              return AuditTable.head(em);
            });
    check.end(head);
    return new Verification(check.records(), head, check.findings());
  }

  @Override
  public long export(long from, long to, Writer writer) throws IOException {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("no such range of records: " + from + " to " + to);
    }
    long written = 0;
    long next = from;
    List<AuditRecord> page = page(next, to);
    while (!page.isEmpty()) {
      for (AuditRecord record : page) {
        writer.write(JsonLine.of(record));
        writer.write('\n');
        written++;
        next = record.number() + 1;
      }
      page = next > to ? List.of() : page(next, to);
    }
    return written;
  }

  private List<AuditRecord> page(long from, long to) {
    return jpa.txExpr(TransactionType.Required, em -> AuditTable.from(em, from, to, PAGE));
  }
}
