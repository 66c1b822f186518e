package org.gridtill.credit;

import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.store.credit.BankMovementRow;
import org.gridtill.store.credit.FundBatchRow;

/** What people are told about the bank, in the commit in which it happens. */
final class BankNotices {

  private final Outbox outbox;

  BankNotices(Outbox outbox) {
    this.outbox = outbox;
  }

  void arrived(FundBatchRow batch) {
    add(
        NoticeKind.REMITTANCE_ARRIVED,
        batch.batch(),
        batch.agencyCode(),
        batch.agencyCode(),
        FundBatch.reference(batch.batch()),
        Money.ofFen(batch.arrived()).toString());
  }

  /**
   * Tells that a batch is short.
   *
   * @param lastEntry the journal's number of what has come last
   */
  void tooLittle(FundBatchRow batch, long lastEntry) {
    add(
        NoticeKind.REMITTANCE_SHORT,
        lastEntry,
        batch.agencyCode(),
        batch.agencyCode(),
        FundBatch.reference(batch.batch()),
        Money.ofFen(batch.due()).toString(),
        Money.ofFen(batch.due() - batch.arrived()).toString());
  }

  void ownMoney(Intake.Entry entry, Money left) {
    String agency = entry.movement().agencyCode();
    add(
        NoticeKind.OWN_MONEY_ARRIVED,
        entry.number(),
        agency,
        agency,
        Money.ofFen(entry.movement().amount()).toString(),
        left.toString());
  }

  void unmatched(BankMovementRow movement) {
    add(
        NoticeKind.BANK_UNMATCHED,
        movement.movement(),
        Notice.OPERATIONS,
        movement.bankReference(),
        Money.ofFen(movement.amount()).toString());
  }

  private void add(NoticeKind kind, long number, String audience, String... values) {
    outbox.add(new Notice(kind + "/" + number, kind, audience, List.of(values)));
  }
}
