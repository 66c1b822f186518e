package org.gridtill.credit;

import java.util.List;
import javax.persistence.EntityManager;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.BankMovement;
import org.gridtill.store.credit.BankMovementRow;

/** Reads the table of bank movements. */
final class BankTable {

  private BankTable() {}

  /** Returns a movement. */
  static BankMovementRow get(EntityManager em, String bankReference) {
    return em
        .createQuery(
            "SELECT m FROM BankMovementRow m WHERE m.bankReference = :reference",
            BankMovementRow.class)
        .setParameter("reference", bankReference)
        .getResultList()
        .stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no bank movement " + bankReference));
  }

  static List<BankMovement> unmatched(EntityManager em) {
    return movements(
        em.createQuery(
                "SELECT m FROM BankMovementRow m WHERE m.agencyCode IS NULL ORDER BY m.movement",
                BankMovementRow.class)
            .getResultList());
  }

  static List<BankMovement> list(EntityManager em, String agencyCode, int limit) {
    return movements(
        em.createQuery(
                "SELECT m FROM BankMovementRow m WHERE m.agencyCode = :agency"
                    + " ORDER BY m.movement DESC",
                BankMovementRow.class)
            .setParameter("agency", agencyCode)
            .setMaxResults(limit)
            .getResultList());
  }

  private static List<BankMovement> movements(List<BankMovementRow> rows) {
    return rows.stream().map(BankTable::movement).toList();
  }

  static BankMovement movement(BankMovementRow row) {
    return new BankMovement(
        row.movement(),
        row.bankReference(),
        row.valueDate(),
        Money.ofFen(row.amount()),
        row.payer(),
        row.text(),
        row.batch(),
        row.agencyCode());
  }
}
