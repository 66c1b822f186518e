package org.gridtill.transactions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.credit.CreditRefusal;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
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

  /** Reserves credit for a transaction; returns what is against it. */
  Optional<Objection> reserve(TransactionRow row) {
    return row.amount() == 0
        ? Optional.empty()
        : books
            .credit()
            .reserve(holder(row), Money.ofFen(row.amount()), row.serialNo())
            .map(Bookkeeping::against);
  }

  private static Objection against(CreditRefusal refusal) {
    Refusal said =
        switch (refusal.reason()) {
          case UNKNOWN ->
              refusal.at().isCollector() ? Refusal.UNKNOWN_COLLECTOR : Refusal.AGENCY_SUSPENDED;
          case CLOSED, SUSPENDED -> Refusal.AGENCY_SUSPENDED;
          case LIMIT -> Refusal.CREDIT_EXHAUSTED;
        };
    return new Objection(said, refusal.words());
  }

  /** Returns who holds the money of a transaction. */
  static Holder holder(TransactionRow row) {
    return new Holder(row.agencyCode(), row.collectorCode());
  }

  /** Moves credit; last of all, since the agency's row is the one that others wait for. */
  void moveCredit(List<Action> actions, TransactionRow row) {
    Money amount = Money.ofFen(row.amount());
    if (amount.isZero()) {
      return;
    }
    if (actions.contains(Action.BOOK)) {
      books.credit().commit(holder(row), amount, row.serialNo());
    }
    if (actions.contains(Action.RELEASE)) {
      books.credit().release(holder(row), amount, row.serialNo());
    }
    if (actions.contains(Action.UNBOOK)) {
      books.credit().restore(holder(row), amount, row.serialNo());
    }
  }

  /** Notes that somebody may hold money which belongs to nobody as long as the doubt lasts. */
  void suspend(TransactionRow row) {
    if (row.amount() != 0) {
      EntryKey key = EntryKey.of(EntryKind.DOUBT, SerialNo.of(row.serialNo()));
      List<Posting> lines = Postings.inDoubt(holder(row), Money.ofFen(row.amount()));
      books.journal().post(new JournalEntry(key, row.accountingDate(), clock.now(), lines));
    }
  }

  /** Mirrors what {@link #suspend} wrote, on the day on which the doubt ends. */
  void endSuspense(TransactionRow row) {
    SerialNo serial = SerialNo.of(row.serialNo());
    Instant now = clock.now();
    books
        .journal()
        .find(EntryKey.of(EntryKind.DOUBT, serial))
        .map(
            entry ->
                entry.mirrored(
                    EntryKey.of(EntryKind.DOUBT_ENDED, serial), clock.accountingDate(now), now))
        .ifPresent(books.journal()::post);
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
                  EntryKey.of(EntryKind.SALE, serial),
                  row.accountingDate(),
                  clock.now(),
                  Postings.of(holder(row), consumer, confirmed)));
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

  /**
   * Mirrors the journal entry, voids the receipt, and tells the agency. What took no money is
   * nobody's news.
   */
  void unbook(TransactionRow row) {
    if (row.amount() == 0) {
      return;
    }
    SerialNo serial = SerialNo.of(row.serialNo());
    JournalEntry entry =
        books
            .journal()
            .find(EntryKey.of(EntryKind.SALE, serial))
            .orElseThrow(() -> new IllegalStateException("no journal entry of " + serial));
    books.receipts().voidReceipt(serial);
    EntryKey key = EntryKey.of(EntryKind.REVERSAL, SerialNo.of(row.reversalSerial()));
    books.journal().post(entry.mirrored(key, row.accountingDate(), clock.now()));
    books.outbox().add(reversed(row, serial));
  }

  private static Notice reversed(TransactionRow row, SerialNo serial) {
    return new Notice(
        NoticeKind.REVERSED + "/" + serial,
        NoticeKind.REVERSED,
        row.agencyCode(),
        List.of(
            row.agencyCode(),
            serial.toString(),
            row.consumerNo(),
            Money.ofFen(row.amount()).toString()));
  }
}
