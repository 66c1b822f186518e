package org.gridtill.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaJournalTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final TestDatabase database = new TestDatabase();
  private final JpaJournal journal = new JpaJournal(database.jpa());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void sumsUpToZero() {
    JournalEntry entry = entry(1, 1234);
    journal.post(entry);
    journal.post(entry(2, 66));
    journal.post(entry.mirrored(key(EntryKind.REVERSAL, 3), DAY, NOW));

    TrialBalance balance = journal.trialBalance();

    assertThat(balance.total()).isEqualTo(Money.ZERO);
    assertThat(balance.entries()).isEqualTo(3);
    assertThat(balance.rows())
        .containsExactly(
            new TrialBalance.Row("agency/A001", Money.ofFen(1300), Money.ofFen(1234)),
            new TrialBalance.Row("utility/energy", Money.ofFen(1234), Money.ofFen(1300)));
  }

  @Test
  void findsWhatWasPosted() {
    JournalEntry entry = entry(1, 1234);
    journal.post(entry);

    assertThat(journal.find(key(EntryKind.SALE, 1))).contains(entry);
    assertThat(journal.find(key(EntryKind.SALE, 2))).isEmpty();
  }

  @Test
  void takesOneEntryForASerialNumber() {
    journal.post(entry(1, 1234));

    assertThatThrownBy(() -> journal.post(entry(1, 99))).isInstanceOf(RuntimeException.class);
    assertThat(journal.trialBalance().entries()).isEqualTo(1);
  }

  @Test
  void takesNoEntryThatDoesNotBalance() {
    List<Posting> lines =
        List.of(
            new Posting("agency/A001", Money.ofFen(100)),
            new Posting("utility/energy", Money.ofFen(-99)));

    assertThatThrownBy(() -> new JournalEntry(key(EntryKind.SALE, 1), DAY, NOW, lines))
        .hasMessageContaining("does not balance");
  }

  private static EntryKey key(EntryKind kind, long number) {
    return new EntryKey(kind, number);
  }

  private static JournalEntry entry(long serial, long fen) {
    return new JournalEntry(
        key(EntryKind.SALE, serial),
        DAY,
        NOW,
        List.of(
            new Posting("agency/A001", Money.ofFen(fen)),
            new Posting("utility/energy", Money.ofFen(-fen))));
  }
}
