package org.gridtill.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.credit.FundBatch.State;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.credit.FundBatchRow;
import org.gridtill.store.credit.FundPartRow;

/**
 * Ends a fund batch: its collectors owe it no more, and their agency does instead. What has come to
 * the bank was taken off the agency when it came, so only the collectors' own rows change.
 */
final class Settlement {

  private final Journal journal;
  private final PlatformClock clock;

  Settlement(Journal journal, PlatformClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Settles a batch under the lock on all of them; its collectors' rows are left to the end. */
  void settle(EntityManager em, FundBatchRow batch, Positions positions) {
    Instant now = clock.now();
    List<Posting> lines = new ArrayList<>();
    Money sum = Money.ZERO;
    for (FundPartRow part : FundTable.parts(em, batch.batch())) {
      Holder holder = Holder.parse(part.holder());
      // What the agency itself has collected stands on its own account already.
      if (holder.isCollector()) {
        Money amount = Money.ofFen(part.amount());
        lines.add(new Posting(Accounts.of(holder), amount.negated()));
        positions.addAlone(part.holder(), part.amount());
        sum = sum.plus(amount);
      }
    }
    if (!lines.isEmpty()) {
      lines.add(new Posting(Accounts.agency(batch.agencyCode()), sum));
      EntryKey key = new EntryKey(EntryKind.REMITTANCE, batch.batch());
      journal.post(new JournalEntry(key, clock.accountingDate(now), now, lines));
    }
    batch.state(State.ARRIVED.name());
    batch.settled(now.toEpochMilli());
  }
}
