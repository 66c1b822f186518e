package org.gridtill.notifications;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.notifications.NotificationRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The outbox in the database. It needs the database and the clock alone, since those who fill it
 * are who the dispatcher asks where messages go.
 */
@Component
public class JpaOutbox implements Outbox {

  /** So long after its time a message that nobody has even tried to send is in trouble. */
  private static final Duration OVERDUE = Duration.ofMinutes(5);

  private final JpaTemplate jpa;
  private final PlatformClock clock;

  /** Made by Declarative Services. */
  @Activate
  public JpaOutbox(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock) {
    this.jpa = jpa;
    this.clock = clock;
  }

  @Override
  public void add(Notice notice) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          // Not left to the primary key: a statement that fails would take the caller's work with
          // it.
          if (em.find(NotificationRow.class, notice.eventKey()) == null) {
            em.persist(Notices.row(notice, clock.now()));
          }
        });
  }

  @Override
  public List<OutboxMessage> list(boolean troubleOnly, int limit) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            (troubleOnly ? trouble(em, limit) : latest(em, limit))
                .stream().filter(Notices::isKnown).map(Notices::message).toList());
  }

  private static List<NotificationRow> latest(EntityManager em, int limit) {
    return em.createQuery(
            "SELECT m FROM NotificationRow m ORDER BY m.createdAt DESC", NotificationRow.class)
        .setMaxResults(limit)
        .getResultList();
  }

  private List<NotificationRow> trouble(EntityManager em, int limit) {
    List<NotificationRow> found = new ArrayList<>(overdue(em, limit));
    for (State state : List.of(State.REJECTED, State.EXPIRED, State.UNKNOWN)) {
      found.addAll(
          em.createQuery(
                  "SELECT m FROM NotificationRow m WHERE m.state = :state"
                      + " ORDER BY m.createdAt DESC",
                  NotificationRow.class)
              .setParameter("state", state.name())
              .setMaxResults(limit)
              .getResultList());
    }
    return found.stream()
        .sorted(Comparator.comparingLong(NotificationRow::createdAt).reversed())
        .limit(limit)
        .toList();
  }

  /** The upper bound keeps the database from the many rows without an attempt to come. */
  private List<NotificationRow> overdue(EntityManager em, int limit) {
    return em.createQuery(
            "SELECT m FROM NotificationRow m WHERE m.nextAttemptAt >= 0 AND m.nextAttemptAt <= :end"
                + " AND (m.failures > 0 OR m.nextAttemptAt <= :overdue)"
                + " ORDER BY m.createdAt DESC",
            NotificationRow.class)
        .setParameter("end", Long.MAX_VALUE)
        .setParameter("overdue", clock.now().minus(OVERDUE).toEpochMilli())
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public void retry(String eventKey) {
    jpa.tx(TransactionType.Required, em -> retry(em, eventKey));
  }

  private void retry(EntityManager em, String eventKey) {
    int locked =
        em.createNativeQuery(
                "UPDATE gt_notification SET changes = changes + 1 WHERE event_key = ?1")
            .setParameter(1, eventKey)
            .executeUpdate();
    if (locked == 0) {
      throw new IllegalArgumentException("no message " + eventKey);
    }
    NotificationRow row = em.find(NotificationRow.class, eventKey);
    String obstacle =
        switch (Notices.state(row)) {
          case REJECTED, EXPIRED, UNKNOWN -> null;
          case DELIVERED -> "is delivered";
          case WAITING -> "is waiting to be sent anyway";
          case SENDING -> "is being sent";
        };
    if (obstacle != null) {
      throw new IllegalArgumentException("message " + eventKey + ' ' + obstacle);
    }
    row.begin(
        State.WAITING.name(),
        clock.now().toEpochMilli(),
        Told.parse(row.told()).delivered().text());
  }
}
