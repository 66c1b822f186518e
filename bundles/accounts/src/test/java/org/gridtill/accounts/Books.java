package org.gridtill.accounts;

import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.BookCheck;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.testing.TestDatabase;

/** Everything of this bundle on one database, with a check that says what the test wants. */
final class Books implements AutoCloseable {

  /** The accounting day on which the clock begins. */
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  static final LocalDate YESTERDAY = TODAY.minusDays(1);

  final TestDatabase database = new TestDatabase();
  final TestClock clock = new TestClock();
  final Told told = new Told();
  final Said said = new Said();
  final JpaJournal journal = new JpaJournal(database.jpa(), clock);
  final BookAudit audit = new BookAudit(database.jpa(), clock);
  final JpaPeriods periods = new JpaPeriods(database.jpa(), clock, audit);

  Books() {
    audit.bind(new JournalCheck(database.jpa(), journal));
    audit.bind(said);
  }

  /** The daily checks of one node, half an hour after the day has begun; nothing runs by itself. */
  CheckSchedule node() {
    CheckSchedule schedule =
        new CheckSchedule(database.jpa(), clock, audit, told, new Settings(30));
    schedule.stop();
    return schedule;
  }

  /** Writes an entry of a day. */
  JournalEntry post(long number, LocalDate day, long fen) {
    JournalEntry entry = entry(number, day, fen);
    journal.post(entry);
    return entry;
  }

  static JournalEntry entry(long number, LocalDate day, long fen) {
    return new JournalEntry(
        new EntryKey(EntryKind.SALE, number),
        day,
        Instant.parse("2026-11-23T08:00:00Z"),
        List.of(
            new Posting("agency/A001", Money.ofFen(fen)),
            new Posting("utility/energy", Money.ofFen(-fen))));
  }

  LocalDate dayOf(long number) {
    return journal.find(new EntryKey(EntryKind.SALE, number)).orElseThrow().accountingDate();
  }

  /** Does what nobody may do to the tables. */
  void corrupt(String... statements) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }

  /** A check whose answers the test gives. */
  static final class Said implements BookCheck {

    volatile Supplier<List<String>> findings = List::of;
    volatile Supplier<List<String>> open = List::of;

    @Override
    public String name() {
      return "what the test says";
    }

    @Override
    public List<String> findings() {
      return findings.get();
    }

    @Override
    public List<String> open(LocalDate day) {
      return open.get();
    }
  }

  /** Keeps what was told. */
  static final class Told implements Outbox {

    final List<Notice> notices = new CopyOnWriteArrayList<>();
    volatile RuntimeException failure;

    @Override
    public void add(Notice notice) {
      if (failure != null) {
        throw failure;
      }
      notices.add(notice);
    }

    @Override
    public List<OutboxMessage> list(boolean troubleOnly, int limit) {
      return new ArrayList<>();
    }

    @Override
    public void retry(String eventKey) {
      throw new IllegalArgumentException("no message " + eventKey);
    }
  }

  /** A clock that stands still until it is moved. */
  static final class TestClock implements PlatformClock {

    private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    void set(String instant) {
      now = Instant.parse(instant);
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public LocalDate accountingDate(Instant moment) {
      return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }
  }

  /** What operations have set. */
  record Settings(int checkDelayMinutes) implements UtilityClock.Settings {

    @Override
    public String timeZone() {
      return "UTC";
    }

    @Override
    public String cutOver() {
      return "00:00";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return UtilityClock.Settings.class;
    }
  }
}
