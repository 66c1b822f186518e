package org.gridtill.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.testing.TestDatabase;

/** Everything of this bundle on one database, and somebody who uses it. */
final class Desk implements AutoCloseable {

  /** The number of a payment that is alone. */
  static final long PAYMENT = 1;

  final TestDatabase database = new TestDatabase();
  final TestClock clock = new TestClock();
  final Told told = new Told();
  final JpaCredit credit = new JpaCredit(database.jpa());
  final AgencyRegister register = new AgencyRegister(database.jpa(), clock, told);
  final LimitDesk limits = new LimitDesk(database.jpa(), clock, told);

  /**
   * A process on the same database whose agencies lend early, and little.
   *
   * @param alone whether no other thread uses it, so that it may lend on Derby, too
   */
  JpaCredit lendingNode(boolean alone) {
    return new JpaCredit(database.jpa(), new Places.Lending(3, 200, 2, alone));
  }

  /** Another process on the same database. */
  JpaCredit otherNode() {
    return new JpaCredit(database.jpa());
  }

  Holder agency(String code, String parent, String limit) {
    register.addAgency(code, "Agency " + code, parent);
    limit(Holder.agency(code), limit);
    return Holder.agency(code);
  }

  Holder collector(String agency, String code, String limit) {
    Holder collector = new Holder(agency, code);
    register.addCollector(collector, "Collector " + code);
    limit(collector, limit);
    return collector;
  }

  void limit(Holder holder, String limit) {
    limits.request(holder, Money.parse(limit), "anna", "for the test");
    limits.authorize(holder, Money.parse(limit), "bert");
  }

  CreditLine line(Holder holder) {
    return credit.find(holder).orElseThrow();
  }

  @Override
  public void close() {
    database.close();
  }

  /** Keeps what was told. */
  static final class Told implements Outbox {

    final List<Notice> notices = new ArrayList<>();

    @Override
    public synchronized void add(Notice notice) {
      notices.add(notice);
    }

    @Override
    public List<OutboxMessage> list(boolean troubleOnly, int limit) {
      return List.of();
    }

    @Override
    public void retry(String eventKey) {
      throw new IllegalArgumentException("no message " + eventKey);
    }
  }

  /** A clock that stands still until it is set. */
  static final class TestClock implements PlatformClock {

    volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

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
}
