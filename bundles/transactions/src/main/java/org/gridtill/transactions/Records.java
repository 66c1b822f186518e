package org.gridtill.transactions;

import java.time.Instant;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.store.transactions.TransactionRow;

/** Turns rows into what the rest of the platform sees. */
final class Records {

  private Records() {}

  static TransactionRecord record(TransactionRow row) {
    return new TransactionRecord(
        SerialNo.of(row.serialNo()),
        new Origin(row.terminalCode(), row.agencyCode(), row.batchNo(), row.traceNo()),
        row.channel(),
        Ledger.state(row),
        row.consumerNo(),
        row.consumerName(),
        Money.ofFen(row.amount()),
        row.accountingDate(),
        Instant.ofEpochMilli(row.receivedAt()),
        row.settledAt() == null ? null : Instant.ofEpochMilli(row.settledAt()),
        row.billingSerial(),
        row.receiptNo(),
        row.reversalSerial() == null ? null : SerialNo.of(row.reversalSerial()),
        row.reason(),
        row.attempts());
  }
}
