package org.gridtill.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditEvent.Outcome;
import org.gridtill.api.platform.audit.AuditFinding;
import org.gridtill.api.platform.audit.AuditRecord;
import org.gridtill.api.platform.audit.AuditTrail.Filter;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.testing.TestDatabase;
import org.gridtill.store.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaAuditTrailTest {

  private final TestDatabase database = new TestDatabase();
  private final NoonClock clock = new NoonClock();
  private final JpaAuditTrail trail = new JpaAuditTrail(database.jpa(), clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsWhatWasDone() {
    assertThat(trail.anchor()).isEqualTo(AuditAnchor.NONE);

    AuditRecord first = trail.record(Trail.event("A001"));
    AuditRecord second = trail.record(AuditEvent.ofPlatform("start", "", "新\"\\ line"));

    assertThat(first.number()).isEqualTo(1);
    assertThat(second.previousHash()).isEqualTo(first.hash());
    assertThat(trail.latest(Filter.ALL, 10)).containsExactly(second, first);
    assertThat(trail.anchor()).isEqualTo(Trail.anchor(second));
    assertRight(2);
  }

  private void assertRight(long records) {
    var verification = trail.verify(null);
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.records()).isEqualTo(records);
    assertThat(verification.head()).isEqualTo(trail.anchor());
  }

  @Test
  void readsAnyTextAsItWasWritten() {
    for (String text :
        List.of(
            "",
            " ",
            " two  blanks ",
            "a\u0000b\nc\td",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00x",
            "好".repeat(1500),
            "a" + "\uD83D\uDE00".repeat(700))) {
      trail.record(new AuditEvent(text, text, text, text, Outcome.FAILED, text, null, text));
    }
    assertRight(9);
    assertThat(trail.latest(Filter.ALL, 10))
        .extracting(r -> r.event().before())
        .contains("a\uFFFDb\uFFFDc\uFFFDd", "\uFFFD", "\uFFFDx", "好".repeat(1000))
        .contains("a" + "\uD83D\uDE00".repeat(499));
  }

  @Test
  void isCommittedWithWhatItRecordsOrNotAtAll() {
    trail.record(Trail.event("A001"));
    AuditAnchor before = trail.anchor();

    assertThatThrownBy(
            () ->
                database
                    .jpa()
                    .tx(
                        TransactionType.Required,
                        em -> {
                          trail.record(Trail.event("A002"));
                          throw new IllegalStateException("the act fails afterwards");
                        }))
        .hasMessage("the act fails afterwards");
    database.failNextCommit();
    assertThatThrownBy(() -> trail.record(Trail.event("A003"))).hasMessage("the database is away");

    assertThat(trail.anchor()).isEqualTo(before);
    assertThat(trail.record(Trail.event("A004")).number()).isEqualTo(2);
    assertRight(2);
  }

  @Test
  void severalAtOnceLeaveNoGap() throws Exception {
    int threads = 8;
    int each = 25;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        String who = "A00" + i;
        work.add(
            () -> {
              for (int n = 0; n < each; n++) {
                trail.record(Trail.event(who + '/' + n));
              }
              return null;
            });
      }
      for (Future<Void> done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertRight(threads * each);
  }

  @Test
  void looksAtMoreThanAPage() {
    int records = 2345;
    database
        .jpa()
        .tx(
            TransactionType.Required,
            em -> {
              for (int n = 0; n < records; n++) {
                AuditTable.add(em, clock.now(), Trail.event("A" + n));
              }
            });
    assertRight(records);
    assertThat(exported(1, Long.MAX_VALUE)).hasSize(records);
    assertThat(exported(1000, 2001)).hasSize(1002).last().asString().contains("\"number\":2001,");
  }

  @Test
  void theDatabaseRefusesToChangeOrDelete() throws SQLException {
    trail.record(Trail.event("A001"));
    trail.record(Trail.event("A002"));

    for (String statement :
        List.of(
            "UPDATE gt_audit_record SET person = 'mallory'",
            "UPDATE gt_audit_record SET record_no = 7 WHERE record_no = 2",
            "DELETE FROM gt_audit_record WHERE record_no = 1",
            "TRUNCATE TABLE gt_audit_record")) {
      assertThatThrownBy(() -> execute(statement)).as(statement).isInstanceOf(SQLException.class);
    }

    assertRight(2);
  }

  @Test
  void findsWhatSomebodyDidWhoCouldTakeTheTriggersAway() throws SQLException {
    for (int n = 1; n <= 5; n++) {
      trail.record(Trail.event("A00" + n));
    }
    AuditAnchor anchor = trail.anchor();
    dropTriggers();

    execute("UPDATE gt_audit_record SET person = 'mallory' WHERE record_no = 2");
    assertFound("2 ALTERED");
    execute("UPDATE gt_audit_record SET person = 'alice' WHERE record_no = 2");
    assertRight(5);
    execute("UPDATE gt_audit_record SET outcome = 'LIED' WHERE record_no = 2");
    assertFound("2 ALTERED");
    execute("UPDATE gt_audit_record SET outcome = 'DONE' WHERE record_no = 2");
    execute("UPDATE gt_audit_record SET value_before = NULL WHERE record_no = 3");
    assertFound("3 ALTERED");
    execute("UPDATE gt_audit_record SET value_before = '0.00' WHERE record_no = 3");
    execute(
        "INSERT INTO gt_audit_record SELECT 6, recorded_at, person, origin, act, subject,"
            + " outcome, value_before, value_after, details, record_hash, record_hash"
            + " FROM gt_audit_record WHERE record_no = 5");
    assertFound("6 ALTERED", "6 INSERTED");
    execute("DELETE FROM gt_audit_record WHERE record_no = 6");
    assertRight(5);
    execute("DELETE FROM gt_audit_record WHERE record_no = 5");
    assertFound("5 MISSING");
    execute(
        "UPDATE gt_audit_head SET record_no = 4, record_hash ="
            + " (SELECT record_hash FROM gt_audit_record WHERE record_no = 4)");
    assertRight(4);
    assertThat(trail.verify(anchor).findings())
        .extracting(AuditFinding::kind)
        .containsExactly(AuditFinding.Kind.MISSING);
    execute("DELETE FROM gt_audit_record WHERE record_no = 2");
    assertFound("3 MISSING");
    execute("DELETE FROM gt_audit_record");
    assertFound("4 MISSING");
  }

  private void assertFound(String... findings) {
    assertThat(trail.verify(null).findings())
        .extracting(f -> f.number() + " " + f.kind())
        .containsExactly(findings);
  }

  @Test
  void findsByPersonActAndSubject() {
    AuditRecord limit = trail.record(Trail.event("A001/C1"));
    AuditRecord start = trail.record(AuditEvent.ofPlatform("start", "node", ""));

    assertThat(trail.latest(new Filter("alice", null, null), 9)).containsExactly(limit);
    assertThat(trail.latest(new Filter(null, "limit-", "A001"), 9)).containsExactly(limit);
    assertThat(trail.latest(new Filter(null, "authorize", null), 9)).isEmpty();
    assertThat(trail.latest(new Filter(null, null, "%"), 9)).isEmpty();
    assertThat(trail.latest(Filter.ALL, 1)).containsExactly(start);
    assertThatThrownBy(() -> trail.latest(Filter.ALL, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void logsTheAnchorOnceADay() {
    AnchorLog log = new AnchorLog(trail, clock);
    log.stop();
    log.look();

    assertThat(log.look()).isFalse();
    clock.now = clock.now.plusSeconds(86_400);
    assertThat(log.look()).isTrue();
    assertThat(log.look()).isFalse();
  }

  private List<String> exported(long from, long to) {
    StringWriter writer = new StringWriter();
    try {
      long written = trail.export(from, to, writer);
      List<String> lines = writer.toString().lines().toList();
      assertThat(lines).hasSize((int) written);
      return lines;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void dropTriggers() throws SQLException {
    if (TestServer.isDerby()) {
      execute("DROP TRIGGER gt_audit_no_update");
      execute("DROP TRIGGER gt_audit_no_delete");
    } else {
      execute("DROP TRIGGER gt_audit_no_change ON gt_audit_record");
      execute("DROP TRIGGER gt_audit_no_truncate ON gt_audit_record");
    }
  }

  private static final class NoonClock implements PlatformClock {

    private volatile Instant now = Trail.NOON;

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
