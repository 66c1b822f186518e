package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.credit.BankAccount.Imported;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.transactions.CollectedMoney;

/** A desk where money is collected and remitted, with a bank. */
final class Office implements AutoCloseable {

  static final String HEADER = "reference,date,amount,payer,text\n";

  private static final List<String> TABLES =
      List.of(
          "gt_holder",
          "gt_holder_change",
          "gt_fund_counter",
          "gt_fund_batch",
          "gt_fund_part",
          "gt_fund_slip",
          "gt_bank_movement",
          "gt_journal_entry",
          "gt_posting",
          "t_collected");

  final Desk desk = new Desk();
  final TestJournal journal = new TestJournal(desk.database.jpa());
  final TestMoney money = new TestMoney(desk.database);
  final CreditWatch watch =
      new CreditWatch(
          desk.database.jpa(), desk.clock, desk.register, money, desk.told, settings(2, true));
  final RemittanceDesk remittances = remittances(money, journal.service);
  final BankDesk bank = bank(journal.service, desk.told);

  final CreditCheck check = new CreditCheck(desk.database.jpa(), journal.service, money);

  RemittanceDesk remittances(CollectedMoney collected, Journal books) {
    return new RemittanceDesk(desk.database.jpa(), desk.clock, collected, books);
  }

  BankDesk bank(Journal books, Outbox outbox) {
    return new BankDesk(desk.database.jpa(), desk.clock, books, outbox, watch);
  }

  Lateness lateness(int days, boolean suspends) {
    return new Lateness(
        desk.database.jpa(),
        desk.clock,
        desk.register,
        money,
        desk.told,
        CreditSettings.of(settings(days, suspends)));
  }

  static CreditSettings.Settings settings(int days, boolean suspends) {
    return settings(days, suspends, "80,95", 1_000_000);
  }

  static CreditSettings.Settings settings(int days, boolean suspends, String levels, int seconds) {
    return new CreditSettings.Settings() {

      @Override
      public int remittanceDays() {
        return days;
      }

      @Override
      public boolean lateSuspends() {
        return suspends;
      }

      @Override
      public String alertLevels() {
        return levels;
      }

      @Override
      public int checkSeconds() {
        return seconds;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return CreditSettings.Settings.class;
      }
    };
  }

  static Money yuan(String amount) {
    return Money.parse(amount);
  }

  /** Takes money from a consumer; returns the number of the transaction. */
  long collect(Holder holder, String amount) {
    return collect(holder, yuan(amount).fen());
  }

  long collect(Holder holder, long fen) {
    Money amount = Money.ofFen(fen);
    return desk.database
        .jpa()
        .txExpr(
            TransactionType.Required,
            em -> {
              LocalDate day = desk.clock.accountingDate(desk.clock.now());
              long number = money.add(holder, fen, day);
              journal.post(
                  new JournalEntry(
                      new EntryKey(EntryKind.SALE, number),
                      day,
                      desk.clock.now(),
                      List.of(
                          new Posting(Accounts.of(holder), amount),
                          new Posting(Accounts.UTILITY_ENERGY, amount.negated()))));
              assertThat(desk.credit.reserve(holder, amount, Desk.PAYMENT)).isEmpty();
              desk.credit.commit(holder, amount, Desk.PAYMENT);
              return number;
            });
  }

  /** Imports lines, each with a reference, an amount and a text. */
  Imported statement(String... lines) {
    return statement(bank, lines);
  }

  static Imported statement(BankDesk at, String... lines) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (String line : lines) {
      String[] values = line.split("\\|", -1);
      csv.append(values[0]).append(",2026-11-23,").append(values[1]).append(",Somebody,");
      csv.append(values[2]).append('\n');
    }
    try {
      return at.importStatement(new StringReader(csv.toString()), "finn");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Money position(Holder holder) {
    return desk.line(holder).position();
  }

  Money balance(String account) {
    return Money.ofFen(journal.balances().getOrDefault(account, 0L));
  }

  List<Notice> notices(NoticeKind kind) {
    return desk.told.notices.stream().filter(notice -> notice.kind() == kind).toList();
  }

  /** Checks that what each holder holds is what its account, and those below, say. */
  void requireBooksAgree() {
    Map<String, Long> balances = journal.balances();
    assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
    List<CreditLine> lines = desk.credit.list();
    for (CreditLine line : lines) {
      assertThat(line.position().negated())
          .as("what %s owes", line.holder())
          .isEqualTo(Money.ofFen(owed(line.holder(), lines, balances)));
    }
  }

  private static long owed(Holder holder, List<CreditLine> lines, Map<String, Long> balances) {
    long owed = balances.getOrDefault(Accounts.of(holder), 0L);
    for (CreditLine line : lines) {
      boolean below =
          line.holder().isCollector()
              ? !holder.isCollector() && line.holder().agency().equals(holder)
              : holder.toString().equals(line.parentCode());
      owed += below ? owed(line.holder(), lines, balances) : 0;
    }
    return owed;
  }

  /** Returns everything that is stored. */
  List<String> everything() {
    List<String> rows = new ArrayList<>();
    try (Connection connection = desk.database.connect();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
          while (found.next()) {
            StringBuilder row = new StringBuilder(table);
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
              row.append(' ').append(found.getString(i));
            }
            rows.add(row.toString());
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    rows.sort(null);
    return rows;
  }

  @Override
  public void close() {
    watch.stop();
    desk.close();
  }
}
