package org.gridtill.transactions;

import java.time.Instant;
import javax.persistence.EntityManager;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/** Turns rows into what the rest of the platform sees. */
final class Records {

  private Records() {}

  /** Reads what stands beside the row, too. */
  static TransactionRecord record(EntityManager em, TransactionRow row) {
    MeterSaleRow sale = MeterFacts.find(em, row);
    return new TransactionRecord(
        SerialNo.of(row.serialNo()),
        Kinds.kind(row),
        new Origin(
            row.terminalCode(),
            row.agencyCode(),
            row.batchNo(),
            row.traceNo(),
            row.collectorCode()),
        row.channel(),
        Kinds.state(row),
        Kinds.card(sale),
        Kinds.meter(sale),
        serial(row.originalSerial()),
        sale == null ? null : sale.meterNo(),
        sale == null ? null : sale.purchaseCount(),
        row.consumerNo(),
        row.consumerName(),
        Money.ofFen(row.amount()),
        row.accountingDate(),
        Instant.ofEpochMilli(row.receivedAt()),
        time(row.settledAt()),
        row.billingSerial(),
        row.receiptNo(),
        serial(row.reversalSerial()),
        row.reason(),
        row.attempts(),
        time(row.nextAttemptAt()));
  }

  private static Instant time(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static SerialNo serial(Long number) {
    return number == null ? null : SerialNo.of(number);
  }
}
