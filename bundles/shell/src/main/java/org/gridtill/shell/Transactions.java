package org.gridtill.shell;

import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Looks transactions up for commands. */
final class Transactions {

  private Transactions() {}

  /**
   * Returns the transaction of that serial number.
   *
   * @throws IllegalArgumentException if there is none, or it is no serial number
   */
  static TransactionRecord require(TransactionEngine engine, String serial) {
    return engine
        .find(new SerialNo(serial))
        .orElseThrow(() -> new IllegalArgumentException("no transaction " + serial));
  }
}
