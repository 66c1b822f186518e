package org.gridtill.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.accounts.Books.TODAY;
import static org.gridtill.accounts.Books.YESTERDAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.AccountStatement;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.EntryTotals;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaJournalTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final EntryKey REVERSAL = new EntryKey(EntryKind.REVERSAL, 3);

  private final Books books = new Books();
  private final JpaJournal journal = books.journal;

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void sumsUpToZero() {
    JournalEntry entry = books.post(1, TODAY, 1234);
    books.post(2, TODAY, 66);
    journal.post(entry.mirrored(REVERSAL, TODAY, NOW));

    TrialBalance balance = journal.trialBalance();

    assertThat(balance.total()).isEqualTo(Money.ZERO);
    assertThat(balance.entries()).isEqualTo(3);
    assertThat(balance.rows()).containsExactly(agency(1300, 1234), energy(1234, 1300));
    assertThat(journal.balance("agency/A001")).isEqualTo(Money.ofFen(66));
    assertThat(journal.balance("agency/A002")).isEqualTo(Money.ZERO);
  }

  private static TrialBalance.Row agency(long debits, long credits) {
    return new TrialBalance.Row("agency/A001", Money.ofFen(debits), Money.ofFen(credits));
  }

  private static TrialBalance.Row energy(long debits, long credits) {
    return new TrialBalance.Row("utility/energy", Money.ofFen(debits), Money.ofFen(credits));
  }

  @Test
  void findsWhatWasPostedAndWhatItMirrors() {
    JournalEntry entry = books.post(1, TODAY, 1234);
    JournalEntry mirror = entry.mirrored(REVERSAL, TODAY, NOW);
    journal.post(mirror);

    assertThat(journal.find(entry.key())).contains(entry);
    assertThat(journal.find(REVERSAL)).contains(mirror);
    assertThat(mirror.mirrors()).isEqualTo(entry.key());
    assertThat(journal.find(new EntryKey(EntryKind.SALE, 3))).isEmpty();
  }

  @Test
  void takesOneEntryForAKey() {
    books.post(1, TODAY, 1234);

    assertThatThrownBy(() -> books.post(1, TODAY, 99)).isInstanceOf(RuntimeException.class);
    assertThat(journal.trialBalance().entries()).isEqualTo(1);
    assertThat(journal.balance("agency/A001")).isEqualTo(Money.ofFen(1234));
  }

  @Test
  void tellsKindsApart() {
    JournalEntry sale = books.post(1, TODAY, 1234);
    EntryKey doubt = new EntryKey(EntryKind.DOUBT, 1);
    journal.post(new JournalEntry(doubt, TODAY, NOW, sale.postings()));

    assertThat(journal.find(doubt)).isPresent();
    assertThat(journal.trialBalance().entries()).isEqualTo(2);
  }

  @Test
  void takesNoEntryThatDoesNotBalance() {
    List<Posting> lines =
        List.of(
            new Posting("agency/A001", Money.ofFen(100)),
            new Posting("utility/energy", Money.ofFen(-99)));

    assertThatThrownBy(() -> new JournalEntry(REVERSAL, TODAY, NOW, lines))
        .hasMessageContaining("does not balance");
  }

  @Test
  void addsUpDays() {
    books.post(1, YESTERDAY.minusDays(1), 100);
    books.post(2, YESTERDAY, 20);
    books.post(3, TODAY, 3);

    assertThat(journal.trialBalance(YESTERDAY, TODAY))
        .isEqualTo(new TrialBalance(List.of(agency(23, 0), energy(0, 23)), 2));
    assertThat(journal.trialBalance(TODAY, TODAY).entries()).isEqualTo(1);
    LocalDate tomorrow = TODAY.plusDays(1);
    assertThat(journal.trialBalance(tomorrow, tomorrow)).isEqualTo(new TrialBalance(List.of(), 0));
    assertThatThrownBy(() -> journal.trialBalance(TODAY, YESTERDAY))
        .hasMessage("the last day, 2026-11-22, is before the first, 2026-11-23");
  }

  @Test
  void statesAnAccountDayByDay() {
    JournalEntry old = books.post(1, YESTERDAY.minusDays(1), 100);
    JournalEntry today = books.post(2, TODAY, 3);
    JournalEntry late = books.post(3, YESTERDAY, 20);
    journal.post(today.mirrored(REVERSAL, TODAY, NOW.plusSeconds(1)));

    AccountStatement statement = journal.statement("agency/A001", YESTERDAY, TODAY);

    assertThat(statement.opening()).isEqualTo(Money.ofFen(100));
    assertThat(statement.lines())
        .containsExactly(
            new AccountStatement.Line(late.key(), null, YESTERDAY, NOW, Money.ofFen(20)),
            new AccountStatement.Line(today.key(), null, TODAY, NOW, Money.ofFen(3)),
            new AccountStatement.Line(
                REVERSAL, today.key(), TODAY, NOW.plusSeconds(1), Money.ofFen(-3)));
    assertThat(statement.closing()).isEqualTo(Money.ofFen(120));
    assertThat(journal.statement("agency/A001", old.accountingDate(), YESTERDAY).closing())
        .isEqualTo(Money.ofFen(120));
    assertThat(journal.statement("agency/A009", YESTERDAY, TODAY).lines()).isEmpty();
    assertThatThrownBy(() -> journal.statement("agency/A001", TODAY, YESTERDAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addsUpAKindByItsNumbers() {
    books.post(1, YESTERDAY, 100);
    JournalEntry second = books.post(2, TODAY, 20);
    books.post(4, TODAY, 3);
    journal.post(second.mirrored(REVERSAL, TODAY, NOW));

    assertThat(journal.totals(EntryKind.SALE, 2, 4)).isEqualTo(new EntryTotals(2, Money.ofFen(23)));
    assertThat(journal.totals(EntryKind.REVERSAL, 1, Long.MAX_VALUE))
        .isEqualTo(new EntryTotals(1, Money.ofFen(20)));
    assertThat(journal.totals(EntryKind.SALE, 5, 9)).isEqualTo(new EntryTotals(0, Money.ZERO));
  }

  @Test
  void believesAnImbalanceWhenNobodyElseWrites() {
    TrialBalance right = new TrialBalance(List.of(agency(5, 0), energy(0, 5)), 1);
    TrialBalance half = new TrialBalance(List.of(agency(5, 0)), 1);

    assertThat(looks(right)).isEqualTo(right);
    assertThat(looks(half, half, right)).as("an entry was being written").isEqualTo(right);
    assertThat(looks(half, half, half, right)).as("never without others").isEqualTo(right);
    assertThat(looks(half, half, half, half)).as("it is wrong").isEqualTo(half);
  }

  private static TrialBalance looks(TrialBalance... seen) {
    Iterator<TrialBalance> looks = List.of(seen).iterator();
    return Sums.steady(looks::next, looks::next);
  }
}
