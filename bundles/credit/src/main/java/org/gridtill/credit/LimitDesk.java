package org.gridtill.credit;

import java.time.Instant;
import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.credit.HolderRow;
import org.gridtill.store.credit.LimitRequestRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where two persons change a limit. */
@Component
public class LimitDesk implements Limits {

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final Outbox outbox;

  /** Made by Declarative Services. */
  @Activate
  public LimitDesk(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference Outbox outbox) {
    this.jpa = jpa;
    this.clock = clock;
    this.outbox = outbox;
  }

  @Override
  public void request(Holder holder, Money limit, String person, String reason) {
    Holders.requirePerson(person);
    Holders.requireReason(reason);
    requireLimit(limit);
    jpa.tx(
        TransactionType.Required,
        em -> {
          Holders.requireOpen(Holders.lock(em, holder));
          delete(em, holder);
          em.persist(
              new LimitRequestRow(
                  holder.toString(), limit.fen(), person, clock.now().toEpochMilli(), reason));
          note(em, holder, person, "asks for a limit of " + limit + ": " + reason);
        });
  }

  static void requireLimit(Money limit) {
    if (limit.compareTo(Money.ZERO) < 0 || limit.compareTo(Holders.MOST) > 0) {
      throw new IllegalArgumentException(
          "a limit is from 0.00 to " + Holders.MOST + ", not " + limit);
    }
  }

  /** Under the holder's lock, so that of several who decide one does. */
  static boolean delete(EntityManager em, Holder holder) {
    return em.createNativeQuery("DELETE FROM gt_limit_request WHERE holder = ?1")
            .setParameter(1, holder.toString())
            .executeUpdate()
        == 1;
  }

  @Override
  public CreditLine authorize(Holder holder, Money limit, String person) {
    Holders.requirePerson(person);
    return jpa.txExpr(TransactionType.Required, em -> authorize(em, holder, limit, person));
  }

  private CreditLine authorize(EntityManager em, Holder holder, Money limit, String person) {
    HolderRow row = Holders.lock(em, holder);
    Request request =
        requests(em).stream()
            .filter(r -> r.holder().equals(holder))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("nobody asks for a limit of " + holder));
    if (!request.limit().equals(limit)) {
      throw new IllegalStateException(
          request.requestedBy() + " asks for a limit of " + request.limit() + ", not " + limit);
    }
    if (request.requestedBy().equals(person)) {
      throw new IllegalStateException("a second person must authorize it, not " + person);
    }
    delete(em, holder);
    em.createNativeQuery("UPDATE gt_holder SET credit_limit = ?1 WHERE holder = ?2")
        .setParameter(1, limit.fen())
        .setParameter(2, holder.toString())
        .executeUpdate();
    Money old = Money.ofFen(row.creditLimit());
    note(em, holder, person, "sets the limit from " + old + " to " + limit);
    outbox.add(
        new Notice(
            NoticeKind.LIMIT_CHANGED + "/" + holder + '/' + row.changes(),
            NoticeKind.LIMIT_CHANGED,
            holder.agencyCode(),
            List.of(
                holder.toString(),
                old.toString(),
                limit.toString(),
                request.requestedBy(),
                person)));
    return Holders.line(Holders.get(em, holder));
  }

  @Override
  public void drop(Holder holder, String person) {
    Holders.requirePerson(person);
    jpa.tx(
        TransactionType.Required,
        em -> {
          Holders.lock(em, holder);
          if (!delete(em, holder)) {
            throw new IllegalArgumentException("nobody asks for a limit of " + holder);
          }
          note(em, holder, person, "drops the wish for another limit");
        });
  }

  @Override
  public List<Request> requests() {
    return jpa.txExpr(TransactionType.Required, LimitDesk::requests);
  }

  private static List<Request> requests(EntityManager em) {
    return em
        .createQuery("SELECT r FROM LimitRequestRow r ORDER BY r.holder", LimitRequestRow.class)
        .getResultList()
        .stream()
        .map(
            r ->
                new Request(
                    Holder.parse(r.holder()),
                    Money.ofFen(r.creditLimit()),
                    r.requestedBy(),
                    Instant.ofEpochMilli(r.requestedAt()),
                    r.reason()))
        .toList();
  }

  private void note(EntityManager em, Holder holder, String person, String words) {
    Holders.note(em, holder, person, clock.now().toEpochMilli(), words);
  }
}
