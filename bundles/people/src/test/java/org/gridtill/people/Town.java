package org.gridtill.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.people.PersonPrincipal;
import org.gridtill.api.platform.people.Role;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.audit.JpaAuditTrail;
import org.gridtill.store.testing.TestDatabase;

/** People on a database of their own, with hashes that cost little. */
final class Town implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";
  static final Caller ADMIN = new Caller("root", "ssh /10.0.0.1:1");
  static final PeopleSettings SETTINGS = settings(8, 1);

  final TestDatabase database = new TestDatabase();
  final TestClock clock = new TestClock();
  final AuditTrail trail = new JpaAuditTrail(database.jpa(), clock);
  final JpaPeople people = people(SETTINGS);

  static PeopleSettings settings(int memoryKib, int iterations) {
    return new PeopleSettings(
        5,
        Duration.ofMinutes(15),
        12,
        Duration.ofHours(72),
        memoryKib,
        iterations,
        false,
        Duration.ofHours(24));
  }

  JpaPeople people(PeopleSettings settings) {
    return new JpaPeople(database.jpa(), clock, trail, settings);
  }

  /** Adds somebody who has changed the one-time password already. */
  void settle(String name, Role... roles) {
    String oneTime = people.add(name, Set.of(roles), null, ADMIN);
    people.changePassword(oneTime.toCharArray(), PASSWORD.toCharArray(), caller(name));
  }

  static Caller caller(String name) {
    return new Caller(name, "ssh /10.0.0.2:2");
  }

  Optional<PersonPrincipal> login(String name, String password) {
    return people.logins().login(name, password.toCharArray(), "ssh /10.0.0.2:2", true);
  }

  /** Returns what the audit trail has of somebody, oldest first: act, outcome, details. */
  List<String> recorded(String name) {
    List<String> records =
        new ArrayList<>(
            trail.latest(new AuditTrail.Filter(name, null, null), 1000).stream()
                .map(
                    r ->
                        (r.event().act() + ' ' + r.event().outcome() + ' ' + r.event().details())
                            .strip())
                .toList());
    Collections.reverse(records);
    return records;
  }

  @Override
  public void close() {
    database.close();
  }

  static final class TestClock implements PlatformClock {

    private volatile Instant now = Instant.parse("2026-11-28T08:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public LocalDate accountingDate(Instant moment) {
      return LocalDate.ofInstant(moment, zone());
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }
  }
}
