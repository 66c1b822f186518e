package org.gridtill.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.store.accounts.JournalEntryKey;
import org.gridtill.store.accounts.JournalEntryRow;
import org.gridtill.store.accounts.PostingRow;

/** A journal in the real tables, which knows as much as these tests ask. */
final class TestJournal {

  final Journal service =
      Ledger.fake(
          Journal.class,
          Map.of(
              "post",
              arguments -> {
                post((JournalEntry) arguments[0]);
                return null;
              },
              "find",
              arguments -> find((EntryKey) arguments[0]),
              "balance",
              arguments -> Money.ofFen(balances().getOrDefault((String) arguments[0], 0L)),
              "trialBalance",
              arguments -> trialBalance()));

  private final JpaTemplate jpa;

  TestJournal(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  void post(JournalEntry entry) {
    JournalEntryKey key = new JournalEntryKey(entry.key().kind().name(), entry.key().number());
    jpa.tx(
        TransactionType.Required,
        em -> {
          em.persist(
              new JournalEntryRow(key, entry.accountingDate(), entry.postedAt().toEpochMilli()));
          int line = 0;
          for (Posting posting : entry.postings()) {
            em.persist(new PostingRow(key, ++line, posting.account(), posting.amount().fen()));
          }
        });
  }

  Optional<JournalEntry> find(EntryKey key) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          List<?> rows =
              em.createNativeQuery(
                      "SELECT account, amount FROM gt_posting WHERE kind = ?1 AND serial_no = ?2"
                          + " ORDER BY line_no")
                  .setParameter(1, key.kind().name())
                  .setParameter(2, key.number())
                  .getResultList();
          List<Posting> postings =
              rows.stream()
                  .map(Object[].class::cast)
                  .map(r -> new Posting((String) r[0], Money.ofFen(((Number) r[1]).longValue())))
                  .toList();
          return postings.isEmpty()
              ? Optional.empty()
              : Optional.of(new JournalEntry(key, LocalDate.EPOCH, Instant.EPOCH, postings));
        });
  }

  private TrialBalance trialBalance() {
    return new TrialBalance(
        balances().entrySet().stream()
            .map(e -> new TrialBalance.Row(e.getKey(), Money.ofFen(e.getValue()), Money.ZERO))
            .toList(),
        0);
  }

  /** Returns the balance of each account, in fen. */
  Map<String, Long> balances() {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          List<?> rows =
              em.createNativeQuery("SELECT account, SUM(amount) FROM gt_posting GROUP BY account")
                  .getResultList();
          Map<String, Long> balances = new TreeMap<>();
          rows.stream()
              .map(Object[].class::cast)
              .forEach(
                  r ->
                      balances.put(
                          (String) r[0], new BigDecimal(r[1].toString()).longValueExact()));
          return balances;
        });
  }
}
