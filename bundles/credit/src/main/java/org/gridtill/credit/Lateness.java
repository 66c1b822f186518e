package org.gridtill.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.CollectedMoney;
import org.gridtill.store.credit.HolderRow;

/**
 * Stops agencies whose remittance is late, once an accounting day, and lets them go on when the
 * late money has come. Once a day, so that a person who lets one go on is not overruled at the next
 * look.
 */
final class Lateness {

  private static final String PERSON = "platform";

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final AgencyRegister register;
  private final CollectedMoney money;
  private final Outbox outbox;
  private final CreditSettings settings;

  Lateness(
      JpaTemplate jpa,
      PlatformClock clock,
      AgencyRegister register,
      CollectedMoney money,
      Outbox outbox,
      CreditSettings settings) {
    this.jpa = jpa;
    this.clock = clock;
    this.register = register;
    this.money = money;
    this.outbox = outbox;
    this.settings = settings;
  }

  /** Returns the agencies that may be late, or may be so no more. */
  List<String> candidates() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em.createQuery(
                    "SELECT h.holder FROM HolderRow h WHERE h.collectorCode = ''"
                        + " AND (h.netPosition < 0 OR h.state = :late) ORDER BY h.holder",
                    String.class)
                .setParameter("late", HolderState.SUSPENDED_LATE.name())
                .getResultList());
  }

  /** Does what is to be done about an agency. */
  void look(String agencyCode) {
    Holder agency = Holder.agency(agencyCode);
    boolean toDo =
        jpa.txExpr(
            TransactionType.Required,
            em -> {
              HolderRow row = Holders.get(em, agency);
              Optional<LocalDate> late = lateDay(em, row);
              return late.isPresent() ? !isDone(em, agency) : isSuspendedLate(row);
            });
    if (toDo) {
      jpa.tx(TransactionType.Required, em -> act(em, agency));
    }
  }

  /** Looks again under the lock on all batches, so that no money arrives in between. */
  private void act(EntityManager em, Holder agency) {
    FundTable.lock(em);
    // Days are read before the agency is locked, since they are read from transactions.
    Optional<LocalDate> overdue = overdueDay(em, agency);
    HolderRow row = Holders.lock(em, agency);
    if (overdue.isPresent() && row.netPosition() < 0) {
      if (begin(em, agency)) {
        late(row, agency, overdue.get());
      }
    } else if (isSuspendedLate(row)) {
      register.resume(agency, PERSON);
      forget(em, agency);
    }
  }

  private void late(HolderRow row, Holder agency, LocalDate day) {
    outbox.add(
        new Notice(
            NoticeKind.REMITTANCE_LATE + "/" + agency + '/' + today(),
            NoticeKind.REMITTANCE_LATE,
            agency.agencyCode(),
            List.of(agency.agencyCode(), day.toString())));
    if (settings.lateSuspends() && row.state().equals(HolderState.ACTIVE.name())) {
      register.suspend(
          agency, HolderState.SUSPENDED_LATE, PERSON, "the money of " + day + " has not arrived");
    }
  }

  private Optional<LocalDate> lateDay(EntityManager em, HolderRow row) {
    return row.netPosition() < 0
        ? overdueDay(em, Holder.agency(row.agencyCode()))
        : Optional.empty();
  }

  private Optional<LocalDate> overdueDay(EntityManager em, Holder agency) {
    LocalDate today = today();
    return Stream.of(
            money.oldestDay(agency.agencyCode()), FundTable.oldestDay(em, agency.agencyCode()))
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo)
        .filter(day -> today.isAfter(day.plusDays(settings.remittanceDays())));
  }

  private static boolean isSuspendedLate(HolderRow row) {
    return row.state().equals(HolderState.SUSPENDED_LATE.name());
  }

  private boolean isDone(EntityManager em, Holder agency) {
    return !em.createNativeQuery(
            "SELECT holder FROM gt_holder WHERE holder = ?1 AND late_day >= ?2")
        .setParameter(1, agency.toString())
        .setParameter(2, today())
        .getResultList()
        .isEmpty();
  }

  /** Claims today's work on an agency; returns whether it was not done yet. */
  private boolean begin(EntityManager em, Holder agency) {
    return em.createNativeQuery(
                "UPDATE gt_holder SET late_day = ?1"
                    + " WHERE holder = ?2 AND (late_day IS NULL OR late_day < ?1)")
            .setParameter(1, today())
            .setParameter(2, agency.toString())
            .executeUpdate()
        == 1;
  }

  /** Lets the agency be stopped again on the same day, should it be late again. */
  private static void forget(EntityManager em, Holder agency) {
    em.createNativeQuery("UPDATE gt_holder SET late_day = NULL WHERE holder = ?1")
        .setParameter(1, agency.toString())
        .executeUpdate();
  }

  private LocalDate today() {
    return clock.accountingDate(clock.now());
  }
}
