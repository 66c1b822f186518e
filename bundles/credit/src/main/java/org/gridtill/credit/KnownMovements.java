package org.gridtill.credit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.gridtill.api.adapter.Money;
import org.gridtill.store.credit.BankMovementRow;

/** Which lines of a statement were imported before; read under the lock on all movements. */
final class KnownMovements {

  /** How many references are looked up by one statement. */
  private static final int CHUNK = 500;

  private final Map<String, BankMovementRow> known = new HashMap<>();

  private KnownMovements() {}

  static KnownMovements of(EntityManager em, List<StatementFile.Line> lines) {
    KnownMovements movements = new KnownMovements();
    List<String> references = lines.stream().map(StatementFile.Line::reference).toList();
    for (int i = 0; i < references.size(); i += CHUNK) {
      em.createQuery(
              "SELECT m FROM BankMovementRow m WHERE m.bankReference IN :references",
              BankMovementRow.class)
          .setParameter("references", references.subList(i, Math.min(i + CHUNK, references.size())))
          .getResultList()
          .forEach(row -> movements.known.put(row.bankReference(), row));
    }
    return movements;
  }

  boolean contains(StatementFile.Line line) {
    return known.containsKey(line.reference());
  }

  /** Tells what a line says otherwise than when it was imported. */
  Optional<String> contradiction(StatementFile.Line line) {
    return Optional.ofNullable(known.get(line.reference()))
        .filter(row -> row.amount() != line.amount().fen() || !row.valueDate().equals(line.date()))
        .map(
            row ->
                "imported before with "
                    + Money.ofFen(row.amount())
                    + " on "
                    + row.valueDate()
                    + "; a reference is good for one movement");
  }
}
