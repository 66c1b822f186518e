package org.gridtill.transactions;

import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.receipts.Receipt;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/**
 * Writes what a step means for the books: journal, receipts and credit. Every method runs in the
 * caller's database transaction, under the lock on the transaction's row. What takes no money
 * leaves the books as they are.
 */
final class Bookkeeping {

  private final Ledger.Books books;
  private final PlatformClock clock;

  Bookkeeping(Ledger.Books books, PlatformClock clock) {
    this.books = books;
    this.clock = clock;
  }

  /** Reserves credit for a transaction; returns whether there was enough. */
  boolean reserve(TransactionRow row) {
    return row.amount() == 0 || books.credit().reserve(row.agencyCode(), Money.ofFen(row.amount()));
  }

  /** Moves credit; last of all, since the agency's row is the one that others wait for. */
  void moveCredit(List<Action> actions, TransactionRow row) {
    Money amount = Money.ofFen(row.amount());
    if (amount.isZero()) {
      return;
    }
    if (actions.contains(Action.BOOK)) {
      books.credit().commit(row.agencyCode(), amount);
    }
    if (actions.contains(Action.RELEASE)) {
      books.credit().release(row.agencyCode(), amount);
    }
    if (actions.contains(Action.UNBOOK)) {
      books.credit().restore(row.agencyCode(), amount);
    }
  }

  /** Writes the journal entry and the receipt of what the billing system has confirmed. */
  void book(TransactionRow row, MeterSaleRow sale, BillingConfirmation confirmed) {
    // At the cut-over the billing system's day counts, so that both sides have it on the same one.
    if (confirmed.accountingDate() != null) {
      row.moveTo(confirmed.accountingDate());
    }
    MeterFacts.note(sale, confirmed);
    String receiptNo = null;
    if (row.amount() != 0) {
      SerialNo serial = SerialNo.of(row.serialNo());
      ConsumerNo consumer = new ConsumerNo(row.consumerNo());
      books
          .journal()
          .post(
              new JournalEntry(
                  serial,
                  null,
                  row.accountingDate(),
                  clock.now(),
                  Postings.of(row.agencyCode(), consumer, confirmed)));
      // After the journal, which nobody waits for: the counter of receipts stays locked from here.
      receiptNo = books.receipts().issue(receipt(row, sale, confirmed)).receiptNo();
    }
    row.complete(
        confirmed.billingSerial(), confirmed.consumerName(), receiptNo, clock.now().toEpochMilli());
  }

  private static Receipt.Order receipt(
      TransactionRow row, MeterSaleRow sale, BillingConfirmation confirmed) {
    return new Receipt.Order(
        SerialNo.of(row.serialNo()),
        Kinds.kind(row),
        row.agencyCode(),
        row.terminalCode(),
        row.accountingDate(),
        new ConsumerNo(row.consumerNo()),
        confirmed.consumerName(),
        Money.ofFen(row.amount()),
        confirmed.settled(),
        sale == null ? null : sale.meterNo(),
        sale == null ? null : sale.purchaseCount());
  }

  /** Mirrors the journal entry, and voids the receipt. */
  void unbook(TransactionRow row) {
    if (row.amount() == 0) {
      return;
    }
    SerialNo serial = SerialNo.of(row.serialNo());
    JournalEntry entry =
        books
            .journal()
            .find(serial)
            .orElseThrow(() -> new IllegalStateException("no journal entry of " + serial));
    books.receipts().voidReceipt(serial);
    books
        .journal()
        .post(entry.mirrored(SerialNo.of(row.reversalSerial()), row.accountingDate(), clock.now()));
  }
}
