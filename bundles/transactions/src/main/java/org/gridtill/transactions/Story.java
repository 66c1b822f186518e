package org.gridtill.transactions;

import java.time.Instant;
import java.util.List;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionStep;
import org.gridtill.store.transactions.StepRow;
import org.gridtill.store.transactions.TransactionRow;

/** Keeps every step of a transaction, in the commit that makes it. */
final class Story {

  private final PlatformClock clock;

  Story(PlatformClock clock) {
    this.clock = clock;
  }

  /** Adds a step; words may be null. The caller holds the transaction's lock. */
  void add(
      EntityManager em,
      TransactionRow row,
      Fact fact,
      String from,
      String event,
      String to,
      String words) {
    em.persist(
        new StepRow(
            row.serialNo(),
            row.nextStep(),
            clock.now().toEpochMilli(),
            new StepRow.Change(fact.word(), from, event, to),
            words == null ? "" : words));
  }

  static List<TransactionStep> read(EntityManager em, long serialNo) {
    return em
        .createQuery(
            "SELECT s FROM StepRow s WHERE s.serialNo = :serial ORDER BY s.stepNo", StepRow.class)
        .setParameter("serial", serialNo)
        .getResultList()
        .stream()
        .map(
            s ->
                new TransactionStep(
                    Instant.ofEpochMilli(s.doneAt()),
                    s.fact(),
                    s.fromState(),
                    s.event(),
                    s.toState(),
                    s.words()))
        .toList();
  }
}
