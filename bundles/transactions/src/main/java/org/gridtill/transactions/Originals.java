package org.gridtill.transactions;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Original;
import org.gridtill.store.transactions.TransactionRow;

/** Finds the transaction that a request names, among those of the agency that asks. */
final class Originals {

  private final JpaTemplate jpa;

  Originals(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  Optional<TransactionRow> find(Origin asking, Original original) {
    return jpa.txExpr(
            TransactionType.Required,
            em -> {
              if (original instanceof Original.ByKey key) {
                return TransactionTable.find(
                    em, asking.terminalCode(), key.batchNo(), key.traceNo());
              }
              Original.BySerial serial = (Original.BySerial) original;
              return TransactionTable.find(em, serial.serialNo().number());
            })
        .filter(row -> row.agencyCode().equals(asking.agencyCode()));
  }
}
