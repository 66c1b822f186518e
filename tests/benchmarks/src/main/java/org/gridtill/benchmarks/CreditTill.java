package org.gridtill.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.Holder;

/**
 * Does to credit and journal what the engine does for a payment: a reservation in a commit of its
 * own, then an entry with three postings and the end of the reservation in another.
 */
final class CreditTill implements Load.Worker {

  static final Money PRICE = Money.ofFen(1234);
  private static final Money ENERGY = Money.ofFen(-1200);
  private static final Money PENALTY = Money.ofFen(-34);

  private final Books books;
  private final List<Holder> holders;

  /**
   * What it works on; shared by all.
   *
   * @param serial gives each payment its number
   */
  record Books(JpaTemplate jpa, Credit credit, Journal journal, AtomicLong serial) {}

  /** A till that takes money for one of these holders after the other, at random. */
  CreditTill(Books books, List<Holder> holders) {
    this.books = books;
    this.holders = holders;
  }

  @Override
  public Kind work() {
    long payment = books.serial().incrementAndGet();
    Holder holder = holders.get(ThreadLocalRandom.current().nextInt(holders.size()));
    books
        .jpa()
        .txExpr(TransactionType.Required, em -> books.credit().reserve(holder, PRICE, payment))
        .ifPresent(
            refusal -> {
              throw new IllegalStateException(refusal.words());
            });
    books
        .jpa()
        .tx(
            TransactionType.Required,
            em -> {
              books.journal().post(entry(holder, payment));
              em.flush();
              books.credit().commit(holder, PRICE, payment);
            });
    return Kind.BILL_PAYMENT;
  }

  private JournalEntry entry(Holder holder, long payment) {
    Instant now = Instant.now();
    return new JournalEntry(
        new EntryKey(EntryKind.SALE, payment),
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        now,
        List.of(
            new Posting(Accounts.of(holder), PRICE),
            new Posting(Accounts.UTILITY_ENERGY, ENERGY),
            new Posting(Accounts.UTILITY_PENALTY, PENALTY)));
  }
}
