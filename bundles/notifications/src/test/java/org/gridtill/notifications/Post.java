package org.gridtill.notifications;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.testing.TestDatabase;

/** An outbox on a real database, an agency and operations who may be told, and a clock. */
final class Post implements AutoCloseable {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Duration SILENCE = Duration.ofMinutes(5);
  static final Policy POLICY =
      new Policy(
          new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0), ZONE),
          new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(2)),
          Duration.ofHours(24),
          SILENCE);

  final TestDatabase database = new TestDatabase();
  final TestClock clock = new TestClock();
  final JpaOutbox outbox = new JpaOutbox(database.jpa(), clock);
  final Map<String, Contact> agencies =
      new ConcurrentHashMap<>(Map.of("A001", new Contact("13800000000", "en")));
  final List<Contact> operations = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  /** The register of agencies, of which only the contacts are asked for. */
  Agencies register() {
    return (Agencies)
        Proxy.newProxyInstance(
            Agencies.class.getClassLoader(),
            new Class<?>[] {Agencies.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("contact") || arguments.length != 1) {
                throw new UnsupportedOperationException(method.toString());
              }
              Contact contact = agencies.get(((Holder) arguments[0]).agencyCode());
              if (contact == null) {
                throw new IllegalArgumentException("there is no agency " + arguments[0]);
              }
              return contact;
            });
  }

  /** A process of the platform with a channel. */
  Node node(TestChannel channel) {
    Node node = bareNode();
    node.gate.arrive(channel, channel.properties());
    return node;
  }

  /** A process of the platform without any channel. */
  Node bareNode() {
    Node node = new Node(this);
    nodes.add(node);
    return node;
  }

  /** Adds the message that a transaction of the agency was reversed. */
  String reversed(int serial) {
    String key = "REVERSED/" + serial;
    outbox.add(
        new Notice(
            key,
            NoticeKind.REVERSED,
            "A001",
            List.of("A001", String.valueOf(serial), "0100000001", "12.34")));
    return key;
  }

  /** Adds an urgent message to operations. */
  String booksWrong() {
    outbox.add(
        new Notice(
            "BOOKS_WRONG/1",
            NoticeKind.BOOKS_WRONG,
            Notice.OPERATIONS,
            List.of("trial balance", "off by 0.01")));
    return "BOOKS_WRONG/1";
  }

  OutboxMessage message(String key) {
    return outbox.list(false, 1000).stream()
        .filter(message -> message.notice().eventKey().equals(key))
        .findFirst()
        .orElseThrow();
  }

  OutboxMessage.State state(String key) {
    return message(key).state();
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    database.close();
  }

  /** A clock that stands still, at first at noon where the utility is. */
  static final class TestClock implements PlatformClock {

    volatile Instant now = Instant.parse("2026-11-23T04:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    /** Moves to a time of the utility's day. */
    void at(String localDateTime) {
      now = LocalDateTime.parse(localDateTime).atZone(ZONE).toInstant();
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public LocalDate accountingDate(Instant moment) {
      return LocalDate.ofInstant(moment, ZONE);
    }

    @Override
    public ZoneId zone() {
      return ZONE;
    }
  }
}
