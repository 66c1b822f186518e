package org.gridtill.terminals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.store.terminals.TerminalRow;

/** The terminals' table. */
final class TerminalRows {

  private final JpaTemplate jpa;

  TerminalRows(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  void insert(
      String code,
      String agencyCode,
      String adapter,
      TerminalKind kind,
      String serialNo,
      String batchNo) {
    jpa.tx(
        TransactionType.Required,
        em ->
            em.persist(
                new TerminalRow(
                    code,
                    agencyCode,
                    adapter,
                    kind.name(),
                    serialNo,
                    Terminal.Status.ACTIVE.name(),
                    batchNo)));
  }

  /** Returns the code of the terminal that has a maker's number; empty for none. */
  Optional<String> ofSerialNo(String serialNo) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em
                .createQuery(
                    "select t.terminalCode from TerminalRow t where t.serialNo = :serialNo",
                    String.class)
                .setParameter("serialNo", serialNo)
                .getResultList()
                .stream()
                .findFirst());
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

  /** Returns false if there is no such terminal, or it is revoked. */
  boolean setStatus(String code, Terminal.Status status, Instant now) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          int changed =
              Sql.update(
                  em,
                  "update gt_terminal set status = ?1, guard_refusals = 0 where terminal_code = ?2"
                      + " and (status <> 'REVOKED' or ?1 = 'REVOKED')",
                  status.name(),
                  code);
          if (changed == 1 && status == Terminal.Status.REVOKED) {
            ShiftTable.closeAtTerminal(em, code, "the terminal is revoked", now);
          }
          return changed == 1;
        });
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

  private void update(String sql, Object... parameters) {
    jpa.tx(TransactionType.Required, em -> Sql.update(em, sql, parameters));
  }

  /** The row may be older than an update of this transaction, which goes past the entity. */
  private static StoredTerminal fresh(EntityManager em, TerminalRow row) {
    em.refresh(row);
    return StoredTerminal.of(row);
  }
}
