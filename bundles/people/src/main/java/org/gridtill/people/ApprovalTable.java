package org.gridtill.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.approvals.Request;
import org.gridtill.api.platform.approvals.Request.State;
import org.gridtill.api.platform.people.Role;
import org.gridtill.store.people.ApprovalRow;

/**
 * The statements on the table of approvals; each runs in the caller's transaction, and those that
 * change something under the guard of {@link PersonTable#lock}.
 */
final class ApprovalTable {

  private static final int LATEST = 100;

  private ApprovalTable() {}

  static long nextNumber(EntityManager em) {
    Long last =
        em.createQuery("SELECT MAX(a.number) FROM ApprovalRow a", Long.class).getSingleResult();
    return last == null ? 1 : last + 1;
  }

  /** Reads a request as the database has it, also when the transaction has read it before. */
  static ApprovalRow require(EntityManager em, long number) {
    ApprovalRow row = em.find(ApprovalRow.class, number);
    if (row == null) {
      throw new IllegalArgumentException("there is no request " + number);
    }
    em.refresh(row);
    return row;
  }

  static List<ApprovalRow> latest(EntityManager em) {
    return em.createQuery("SELECT a FROM ApprovalRow a ORDER BY a.number DESC", ApprovalRow.class)
        .setMaxResults(LATEST)
        .getResultList();
  }

  static List<ApprovalRow> inState(EntityManager em, State state) {
    return em.createQuery(
            "SELECT a FROM ApprovalRow a WHERE a.state = :state ORDER BY a.number",
            ApprovalRow.class)
        .setParameter("state", state.name())
        .getResultList();
  }

  /** Returns a request for the same, which waits still. */
  static Optional<ApprovalRow> waiting(EntityManager em, Act act, Instant now) {
    return inState(em, State.REQUESTED).stream()
        .filter(row -> row.kind().equals(act.kind().name()) && row.subject().equals(act.subject()))
        .filter(row -> row.expiresAt() > now.toEpochMilli())
        .findFirst();
  }

  /**
   * Decides about a request that waits.
   *
   * @throws IllegalStateException if it does not wait
   */
  static void decide(EntityManager em, long number, State state, String person) {
    int changed =
        PersonTable.update(
            em,
            "UPDATE gt_approval SET state = ?1, decided_by = ?2, second_half = NULL,"
                + " password_hash = NULL WHERE number = ?3 AND state = 'REQUESTED'",
            state.name(),
            person,
            number);
    if (changed != 1) {
      throw new IllegalStateException("request " + number + " does not wait any more");
    }
  }

  /** Ends a request that was approved; tells whether it was still open. */
  static boolean end(EntityManager em, long number, State state) {
    return PersonTable.update(
            em,
            "UPDATE gt_approval SET state = ?1 WHERE number = ?2 AND state = 'APPROVED'",
            state.name(),
            number)
        == 1;
  }

  static Request request(ApprovalRow row, Instant now) {
    State state = State.valueOf(row.state());
    boolean late = state == State.REQUESTED && row.expiresAt() <= now.toEpochMilli();
    return new Request(
        row.number(),
        act(row),
        late ? State.EXPIRED : state,
        row.requestedBy(),
        Instant.ofEpochMilli(row.requestedAt()),
        Instant.ofEpochMilli(row.expiresAt()),
        row.decidedBy());
  }

  static Act act(ApprovalRow row) {
    return new Act(
        Act.Kind.valueOf(row.kind()),
        row.subject(),
        row.roles().isEmpty() ? Set.of() : Role.parse(row.roles()),
        row.unit(),
        row.certificate(),
        row.fingerprint());
  }
}
