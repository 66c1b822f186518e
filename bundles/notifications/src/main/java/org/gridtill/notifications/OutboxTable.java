package org.gridtill.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.notifications.OutboxMessage.State;
import org.gridtill.store.notifications.NotificationRow;

/** The dispatcher's statements on the table of messages; each is a commit of its own. */
final class OutboxTable {

  private final JpaTemplate jpa;

  OutboxTable(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  /** Returns what is due, the longest waiting first. */
  List<NotificationRow> due(Instant now, int limit) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em.createQuery(
                    "SELECT m FROM NotificationRow m WHERE m.nextAttemptAt <= :now"
                        + " ORDER BY m.nextAttemptAt",
                    NotificationRow.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList());
  }

  /** Returns what waits, until later than now, with words of such a beginning. */
  List<NotificationRow> waiting(String words, Instant now, int limit) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em.createQuery(
                    "SELECT m FROM NotificationRow m WHERE m.nextAttemptAt > :now"
                        + " AND m.nextAttemptAt <= :end AND m.state = :waiting"
                        + " AND m.words LIKE :words ORDER BY m.nextAttemptAt",
                    NotificationRow.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("end", Long.MAX_VALUE)
                .setParameter("waiting", State.WAITING.name())
                .setParameter("words", words + "%")
                .setMaxResults(limit)
                .getResultList());
  }

  /**
   * Changes a message, unless somebody else has changed it since it was seen. Of several who saw
   * the same, on whatever node, one changes it.
   *
   * @param changes how often it had been changed when it was seen
   * @return the message afterwards; empty if it is another one by now
   */
  Optional<NotificationRow> change(String eventKey, int changes, Consumer<NotificationRow> change) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          int taken =
              em.createNativeQuery(
                      "UPDATE gt_notification SET changes = changes + 1"
                          + " WHERE event_key = ?1 AND changes = ?2")
                  .setParameter(1, eventKey)
                  .setParameter(2, changes)
                  .executeUpdate();
          if (taken == 0) {
            return Optional.empty();
          }
          NotificationRow row = em.find(NotificationRow.class, eventKey);
          change.accept(row);
          return Optional.of(row);
        });
  }
}
