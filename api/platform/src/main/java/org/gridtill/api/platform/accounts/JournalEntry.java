package org.gridtill.api.platform.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridtill.api.adapter.Money;

/**
 * One entry of the journal. It balances by construction.
 *
 * @param key what it records
 * @param mirrors the entry that this one mirrors, if it is a reversal; else null
 * @param accountingDate the accounting day it belongs to
 * @param postedAt when it was written
 * @param postings at least two lines, whose amounts add up to zero
 */
public record JournalEntry(
    EntryKey key,
    EntryKey mirrors,
    LocalDate accountingDate,
    Instant postedAt,
    List<Posting> postings) {

  /**
   * Checks the balance.
   *
   * @throws IllegalArgumentException if the lines do not add up to zero or there are fewer than two
   */
  public JournalEntry {
    postings = List.copyOf(postings);
    Money sum = postings.stream().map(Posting::amount).reduce(Money.ZERO, Money::plus);
    if (postings.size() < 2 || !sum.isZero()) {
      throw new IllegalArgumentException("the entry " + key + " does not balance: " + sum);
    }
  }

  /** An entry that mirrors none. */
  public JournalEntry(
      EntryKey key, LocalDate accountingDate, Instant postedAt, List<Posting> postings) {
    this(key, null, accountingDate, postedAt, postings);
  }

  /** Returns the entry that mirrors this one. */
  public JournalEntry mirrored(EntryKey by, LocalDate day, Instant at) {
    List<Posting> lines =
        postings.stream().map(p -> new Posting(p.account(), p.amount().negated())).toList();
    return new JournalEntry(by, key, day, at, lines);
  }
}
