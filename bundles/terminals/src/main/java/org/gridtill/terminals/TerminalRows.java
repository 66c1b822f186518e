package org.gridtill.terminals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.store.terminals.TerminalRow;

/** The terminals' table. */
final class TerminalRows {

  private final JpaTemplate jpa;

  TerminalRows(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  void insert(String code, String agencyCode, String adapter, String batchNo) {
    jpa.tx(
        TransactionType.Required,
        em ->
            em.persist(
                new TerminalRow(
                    code, agencyCode, adapter, Terminal.Status.ACTIVE.name(), batchNo)));
  }

  Optional<StoredTerminal> find(String code) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> Optional.ofNullable(em.find(TerminalRow.class, code)).map(row -> fresh(em, row)));
  }

  List<StoredTerminal> list() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em
                .createQuery(
                    "select t from TerminalRow t order by t.terminalCode", TerminalRow.class)
                .getResultList()
                .stream()
                .map(StoredTerminal::of)
                .toList());
  }

  /** Returns false if there is no such terminal. */
  boolean setStatus(String code, Terminal.Status status) {
    return update(
        "update gt_terminal set status = ?1 where terminal_code = ?2", status.name(), code);
  }

  void noteSignOn(String code, Instant when) {
    update(
        "update gt_terminal set signed_on_at = ?1 where terminal_code = ?2",
        when.toEpochMilli(),
        code);
  }

  /** Notes that a terminal was seen, unless somebody has noted it after the given moment. */
  void noteSeen(String code, Instant when, String remoteAddress, Instant unlessAfter) {
    update(
        "update gt_terminal set last_seen_at = ?1, remote_address = ?2 where terminal_code = ?3"
            + " and (last_seen_at is null or last_seen_at <= ?4)",
        when.toEpochMilli(),
        remoteAddress,
        code,
        unlessAfter.toEpochMilli());
  }

  private boolean update(String sql, Object... parameters) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          Query query = em.createNativeQuery(sql);
          for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
          }
          return query.executeUpdate() == 1;
        });
  }

  /** The row may be older than an update of this transaction, which goes past the entity. */
  private static StoredTerminal fresh(EntityManager em, TerminalRow row) {
    em.refresh(row);
    return StoredTerminal.of(row);
  }
}
