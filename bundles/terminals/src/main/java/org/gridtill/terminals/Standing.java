package org.gridtill.terminals;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.TerminalKind;

/**
 * Whether a terminal's open shift is good for moving money now. Read from the database for each
 * request, in one query: what was revoked must not work for another second, on whichever node.
 *
 * @param trouble who refuses, and why; empty for nobody
 */
record Standing(Optional<GuardRefusal> trouble) {

  private static final String QUERY =
      "select t.kind, s.shift_no, s.card_no, s.agency_code, s.collector_code, c.state, i.state,"
          + " b.state, t.agency_code from gt_terminal t"
          + " left join gt_shift s on s.terminal_code = t.terminal_code and s.closed_at is null"
          + " left join gt_collector_card c on c.card_no = s.card_no"
          + " left join gt_sim i on i.iccid = s.iccid"
          + " left join gt_binding b on b.terminal_code = s.terminal_code"
          + " and b.card_no = s.card_no and b.iccid = s.iccid"
          + " where t.terminal_code = ?1";

  static Standing of(EntityManager em, Origin origin, GuardSettings settings) {
    List<Object[]> rows = Sql.rows(em, QUERY, origin.terminalCode());
    if (rows.isEmpty()) {
      return refuse(GuardRefusal.card("this terminal is not registered"));
    }
    Object[] row = rows.get(0);
    Proof proof = settings.proof(TerminalKind.valueOf((String) row[0]));
    if (proof.isNothing()) {
      return new Standing(Optional.empty());
    }
    if (row[1] == null) {
      Guard guard = proof.card() ? Guard.CARD : Guard.SIM;
      return refuse(
          new GuardRefusal(guard, Refusal.CARD_REQUIRED, "open a shift first, and prove yourself"));
    }
    return new Standing(
        Optional.ofNullable(proof.card() ? cardTrouble(row, origin) : null)
            .or(() -> Optional.ofNullable(proof.sim() ? simTrouble(row) : null))
            .or(() -> Optional.ofNullable(bindingTrouble(row, proof))));
  }

  private static GuardRefusal cardTrouble(Object[] row, Origin origin) {
    if (!"ISSUED".equals(row[5])) {
      return GuardRefusal.card("identity card " + row[2] + " may not be used");
    }
    if (!origin.collectorCode().equals(row[4]) || !origin.agencyCode().equals(row[3])) {
      return GuardRefusal.card("another collector's identity card opened the shift");
    }
    return null;
  }

  private static GuardRefusal simTrouble(Object[] row) {
    return "ACTIVE".equals(row[6]) ? null : GuardRefusal.sim("this SIM may not be used");
  }

  private static GuardRefusal bindingTrouble(Object[] row, Proof proof) {
    if ("BOUND".equals(row[7])) {
      return null;
    }
    String words = "terminal, card and SIM are not bound to each other";
    return proof.card() ? GuardRefusal.card(words) : GuardRefusal.sim(words);
  }

  private static Standing refuse(GuardRefusal refusal) {
    return new Standing(Optional.of(refusal));
  }
}
