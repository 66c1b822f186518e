package org.gridtill.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditRecord;
import org.gridtill.api.platform.audit.AuditTrail.Filter;
import org.gridtill.store.audit.AuditRecordRow;

/** The statements on the trail's tables; each runs in the caller's transaction. */
final class AuditTable {

  private AuditTable() {}

  /**
   * Adds a record. The row of the head stays locked until the caller's commit, so that numbers
   * follow without a gap.
   */
  static AuditRecord add(EntityManager em, Instant at, AuditEvent event) {
    lock(em);
    AuditAnchor head = head(em);
    AuditRecord record =
        RecordHash.record(
            head.number() + 1, Instant.ofEpochMilli(at.toEpochMilli()), event, head.hash());
    em.persist(row(record));
    Query update =
        em.createNativeQuery(
            "UPDATE gt_audit_head SET record_no = ?1, record_hash = ?2"
                + " WHERE id = 1 AND record_no = ?3");
    update.setParameter(1, record.number());
    update.setParameter(2, record.hash());
    update.setParameter(3, head.number());
    if (update.executeUpdate() != 1) {
      throw new IllegalStateException("the head of the audit trail has changed under its lock");
    }
    return record;
  }

  /** Keeps others from adding records until the transaction ends. */
  static void lock(EntityManager em) {
    if (em.createNativeQuery("UPDATE gt_audit_head SET record_no = record_no WHERE id = 1")
            .executeUpdate()
        != 1) {
      throw new IllegalStateException("gt_audit_head has lost its row");
    }
  }

  static AuditAnchor head(EntityManager em) {
    Object[] head =
        (Object[])
            em.createNativeQuery("SELECT record_no, record_hash FROM gt_audit_head WHERE id = 1")
                .getSingleResult();
    return new AuditAnchor(((Number) head[0]).longValue(), (String) head[1]);
  }

  /** Returns records from a number on, in their order. */
  static List<AuditRecord> from(EntityManager em, long from, long to, int most) {
    return em
        .createQuery(
            "SELECT r FROM AuditRecordRow r WHERE r.recordNo BETWEEN :from AND :to"
                + " ORDER BY r.recordNo",
            AuditRecordRow.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(AuditTable::record)
        .toList();
  }

  /** Returns the latest of those that the filter lets through. */
  static List<AuditRecord> latest(EntityManager em, Filter filter, int most) {
    StringBuilder query = new StringBuilder("SELECT r FROM AuditRecordRow r WHERE r.recordNo > 0");
    if (filter.person() != null) {
      query.append(" AND r.person = :person");
    }
    if (filter.act() != null) {
      query.append(" AND LOCATE(:act, r.act) = 1");
    }
    if (filter.text() != null) {
      query.append(" AND LOCATE(:text, r.subject) > 0");
    }
    TypedQuery<AuditRecordRow> typed =
        em.createQuery(query.append(" ORDER BY r.recordNo DESC").toString(), AuditRecordRow.class);
    set(typed, "person", filter.person());
    set(typed, "act", filter.act());
    set(typed, "text", filter.text());
    return typed.setMaxResults(most).getResultList().stream().map(AuditTable::record).toList();
  }

  private static void set(Query query, String name, String value) {
    if (value != null) {
      query.setParameter(name, value);
    }
  }

  private static AuditRecordRow row(AuditRecord record) {
    AuditEvent event = record.event();
    return new AuditRecordRow(
        record.number(),
        record.at().toEpochMilli(),
        event.person(),
        event.origin(),
        event.act(),
        event.subject(),
        event.outcome().name(),
        event.before(),
        event.after(),
        event.details(),
        record.previousHash(),
        record.hash());
  }

  private static AuditRecord record(AuditRecordRow row) {
    return new AuditRecord(
        row.recordNo(),
        Instant.ofEpochMilli(row.recordedAt()),
        new AuditEvent(
            row.person(),
            row.origin(),
            row.act(),
            row.subject(),
            outcome(row.outcome()),
            row.before(),
            row.after(),
            known(row.outcome()) ? row.details() : "unknown outcome: " + row.outcome()),
        row.previousHash(),
        row.hash());
  }

  /** Somebody may have changed it to what is none, which must not keep it from being found. */
  private static AuditEvent.Outcome outcome(String name) {
    return known(name) ? AuditEvent.Outcome.valueOf(name) : AuditEvent.Outcome.FAILED;
  }

  private static boolean known(String outcome) {
    return Stream.of(AuditEvent.Outcome.values()).anyMatch(o -> o.name().equals(outcome));
  }
}
