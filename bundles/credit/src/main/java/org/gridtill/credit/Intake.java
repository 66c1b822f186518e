package org.gridtill.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.credit.BankMovementRow;
import org.gridtill.store.credit.FundBatchRow;
import org.gridtill.store.credit.HolderRow;

/**
 * What comes to the bank, or leaves it, in one commit, under the lock on all bank movements. The
 * journal is written at once; the holders, for whose rows terminals wait, are changed at the end.
 */
final class Intake {

  private final EntityManager em;
  private final Journal journal;
  private final PlatformClock clock;
  private final BankNotices notices;
  private final Settlement settlement;
  private final Positions positions = new Positions();
  private final Set<String> agencies = new TreeSet<>();
  private final Map<FundBatchRow, Long> touched = new LinkedHashMap<>();
  private final List<Entry> ownMoney = new ArrayList<>();
  private final List<Entry> payouts = new ArrayList<>();

  Intake(EntityManager em, Journal journal, PlatformClock clock, Outbox outbox) {
    this.em = em;
    this.journal = journal;
    this.clock = clock;
    this.notices = new BankNotices(outbox);
    this.settlement = new Settlement(journal, clock);
  }

  /**
   * A movement in the journal.
   *
   * @param movement the movement
   * @param number the number of the journal's entry
   * @param from the account whose money it was before: the bank's, or the one of what nobody could
   *     explain
   */
  record Entry(BankMovementRow movement, long number, String from) {

    static Entry imported(BankMovementRow movement) {
      return new Entry(movement, movement.movement(), Accounts.BANK);
    }

    static Entry assigned(BankMovementRow movement, long number) {
      return new Entry(movement, number, Accounts.SUSPENSE_BANK);
    }
  }

  /** Takes money for a fund batch. */
  void toBatch(Entry entry, FundBatchRow batch) {
    long amount = entry.movement().amount();
    entry.movement().belongsTo(batch.batch(), batch.agencyCode());
    toAgency(entry, batch.agencyCode());
    batch.addArrived(amount);
    if (batch.settledAt() == null) {
      touched.put(batch, entry.number());
    } else {
      // Nothing is due any more.
      ownMoney.add(entry);
    }
  }

  /** Takes an agency's own money. */
  void toOwnMoney(Entry entry, String agencyCode) {
    entry.movement().belongsTo(null, agencyCode);
    toAgency(entry, agencyCode);
    ownMoney.add(entry);
  }

  private void toAgency(Entry entry, String agencyCode) {
    agencies.add(agencyCode);
    positions.add(agencyCode, entry.movement().amount());
    post(entry, Accounts.agency(agencyCode));
  }

  /** Takes note of money that an agency may have got back; whether it has shows at the end. */
  void payOut(Entry entry, String agencyCode) {
    entry.movement().belongsTo(null, agencyCode);
    positions.add(agencyCode, 0);
    payouts.add(entry);
  }

  /** Takes note of a movement that nobody can explain. */
  void unmatched(Entry entry) {
    entry.movement().belongsTo(null, null);
    post(entry, Accounts.SUSPENSE_BANK);
    notices.unmatched(entry.movement());
  }

  private void post(Entry entry, String to) {
    Money amount = Money.ofFen(entry.movement().amount());
    Instant now = clock.now();
    journal.post(
        new JournalEntry(
            new EntryKey(EntryKind.BANK, entry.number()),
            clock.accountingDate(now),
            now,
            List.of(new Posting(entry.from(), amount), new Posting(to, amount.negated()))));
  }

  /**
   * Settles batches whose money is complete, and changes the holders.
   *
   * @return the payouts that the agencies' own money does not bear; nothing is done about them
   * @throws IllegalStateException if an agency was moved or closed at the same moment
   */
  List<Entry> finish() {
    touched.forEach(this::judge);
    em.flush();
    positions.make(em);
    Map<String, Money> left = new LinkedHashMap<>();
    for (String agency : agencies) {
      HolderRow row = Holders.get(em, Holder.agency(agency));
      if (row.state().equals(HolderState.CLOSED.name()) && row.netPosition() != 0) {
        throw new IllegalStateException(agency + " was closed at the same moment; try again");
      }
      left.put(agency, Money.ofFen(Math.max(0, row.netPosition())));
    }
    ownMoney.forEach(entry -> notices.ownMoney(entry, left.get(entry.movement().agencyCode())));
    return payouts.stream().filter(entry -> !paidOut(entry)).toList();
  }

  private void judge(FundBatchRow batch, long lastEntry) {
    if (batch.arrived() >= batch.due()) {
      settlement.settle(em, batch, positions);
      notices.arrived(batch);
    } else {
      batch.state(State.SHORT.name());
      notices.tooLittle(batch, lastEntry);
    }
  }

  private boolean paidOut(Entry entry) {
    String agency = entry.movement().agencyCode();
    if (!Payouts.take(em, agency, -entry.movement().amount())) {
      return false;
    }
    agencies.add(agency);
    post(entry, Accounts.agency(agency));
    return true;
  }

  /** Returns the agencies whose money it was. */
  Set<String> agencies() {
    return Set.copyOf(agencies);
  }
}
