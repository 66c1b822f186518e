package org.gridtill.terminals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.Shift;
import org.gridtill.store.terminals.ShiftRow;

/** The table of shifts. */
final class ShiftTable {

  private static final String COLUMNS =
      "select s.terminal_code, s.shift_no, s.card_no, s.agency_code, s.collector_code, s.iccid,"
          + " s.opened_at from gt_shift s where s.closed_at is null";

  private ShiftTable() {}

  /**
   * Opens a shift, and closes the one before.
   *
   * @return its number
   */
  static long open(
      EntityManager em,
      String terminal,
      String cardNo,
      Holder collector,
      String iccid,
      Instant now) {
    // Locks the terminal's row, so that two cannot get the same number.
    Sql.update(
        em,
        "update gt_terminal set last_shift_no = last_shift_no + 1, guard_refusals = 0"
            + " where terminal_code = ?1",
        terminal);
    closeWhere(em, "terminal_code = ?3", terminal, "another shift was opened", now);
    long number =
        ((Number)
                em.createNativeQuery(
                        "select last_shift_no from gt_terminal where terminal_code = ?1")
                    .setParameter(1, terminal)
                    .getSingleResult())
            .longValue();
    em.persist(
        new ShiftRow(
            terminal,
            number,
            cardNo,
            collector == null ? null : collector.agencyCode(),
            collector == null ? null : collector.collectorCode(),
            iccid,
            now.toEpochMilli(),
            null,
            ""));
    em.flush();
    return number;
  }

  static int closeAtTerminal(EntityManager em, String terminal, String why, Instant now) {
    return closeWhere(em, "terminal_code = ?3", terminal, why, now);
  }

  static int closeOfCard(EntityManager em, String cardNo, String why, Instant now) {
    return closeWhere(em, "card_no = ?3", cardNo, why, now);
  }

  static int closeOfSim(EntityManager em, String iccid, String why, Instant now) {
    return closeWhere(em, "iccid = ?3", iccid, why, now);
  }

  private static int closeWhere(
      EntityManager em, String condition, String value, String why, Instant now) {
    return Sql.update(
        em,
        "update gt_shift set closed_at = ?1, closed_because = ?2 where closed_at is null and "
            + condition,
        now.toEpochMilli(),
        why,
        value);
  }

  /** Closes a shift of a terminal if it is open. */
  static void close(EntityManager em, String terminal, long number, Instant now) {
    Sql.update(
        em,
        "update gt_shift set closed_at = ?1, closed_because = ?2"
            + " where closed_at is null and terminal_code = ?3 and shift_no = ?4",
        now.toEpochMilli(),
        "signed off",
        terminal,
        number);
  }

  static boolean exists(EntityManager em, String terminal, long number) {
    return !Sql.rows(
            em,
            "select s.shift_no, s.opened_at from gt_shift s"
                + " where s.terminal_code = ?1 and s.shift_no = ?2",
            terminal,
            number)
        .isEmpty();
  }

  static List<Shift> open(EntityManager em) {
    return Sql.rows(em, COLUMNS + " order by s.terminal_code").stream()
        .map(ShiftTable::shift)
        .toList();
  }

  static Optional<Shift> openAt(EntityManager em, String terminal) {
    return Sql.rows(em, COLUMNS + " and s.terminal_code = ?1", terminal).stream()
        .map(ShiftTable::shift)
        .findFirst();
  }

  private static Shift shift(Object[] row) {
    Holder collector = row[3] == null ? null : new Holder((String) row[3], (String) row[4]);
    return new Shift(
        (String) row[0],
        ((Number) row[1]).longValue(),
        (String) row[2],
        collector,
        (String) row[5],
        Instant.ofEpochMilli(((Number) row[6]).longValue()),
        null,
        "");
  }
}
