package org.gridtill.transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.ReversalRequestRow;
import org.gridtill.store.transactions.TransactionRow;

/**
 * Decides about a reversal and writes it, in one commit under the transaction's lock, so that what
 * the rules saw still holds.
 */
final class ReversalCommit {

  private final JpaTemplate jpa;
  private final Ledger ledger;
  private final ReversalLimits limits;
  private final ReversalPolicy policy;
  private final PlatformClock clock;

  ReversalCommit(
      JpaTemplate jpa,
      Ledger ledger,
      ReversalLimits limits,
      ReversalPolicy policy,
      PlatformClock clock) {
    this.jpa = jpa;
    this.ledger = ledger;
    this.limits = limits;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * What came of the wish.
   *
   * @param row the transaction afterwards
   * @param rule the rule that forbids it; null if none does
   */
  record Decision(TransactionRow row, ReversalRule rule) {}

  /** A wish that a limit of the day is against; undoes what its commit has written. */
  private static final class OverLimit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Decision decision;

    OverLimit(Decision decision) {
      super(decision.rule().words(), null, false, false);
      this.decision = decision;
    }
  }

  /** Writes the reversal that a terminal wants, if no rule forbids it. */
  Decision request(TransactionRow original, Request.Reverse request) {
    ReversalRules.Wish wish =
        new ReversalRules.Wish(
            request.origin().agencyCode(),
            request.origin().collectorCode(),
            request.amount().fen());
    limits.prepare(original);
    return decide(
        em -> {
          TransactionRow row = TransactionTable.lock(em, original.serialNo());
          if (Kinds.state(row) != TransactionState.COMPLETED) {
            // Not done yet, so nobody was told and no rule applies; or undone already.
            ledger.step(em, row, Event.REVERSAL_REQUESTED, Outcome.NONE);
            return new Decision(row, null);
          }
          MeterSaleRow sale = MeterFacts.find(em, row);
          noteCard(em, row, sale, request.card());
          Optional<ReversalRule> rule = ReversalRules.obstacle(row, sale, wish, today());
          if (rule.isPresent()) {
            return new Decision(row, rule.get());
          }
          if (isAutomatic(row, request)) {
            return go(em, row, false, "no answer came; by " + askedBy(request));
          }
          return deliberate(em, row, askedBy(request));
        });
  }

  /** Writes the reversal that operations asked for and a second person has authorized. */
  Decision authorized(EntityManager em, TransactionRow row) {
    Optional<ReversalRule> rule =
        ReversalRules.obstacle(
            row, MeterFacts.find(em, row), ReversalRules.Wish.ofOwner(row), today());
    if (rule.isPresent()) {
      return new Decision(row, rule.get());
    }
    return deliberate(em, row, "");
  }

  /** Runs what may be undone by a limit. */
  Decision decide(Function<EntityManager, Decision> code) {
    try {
      return jpa.txExpr(TransactionType.Required, code::apply);
    } catch (OverLimit e) {
      return e.decision;
    } catch (RuntimeException e) {
      if (e.getCause() instanceof OverLimit over) {
        return over.decision;
      }
      throw e;
    }
  }

  private Decision deliberate(EntityManager em, TransactionRow row, String askedBy) {
    Optional<ReversalRule> limit = limits.obstacle(em, row);
    if (limit.isPresent()) {
      return new Decision(row, limit.get());
    }
    Optional<ReversalRequestRow> asked = asked(em, row.serialNo());
    if (asked.filter(request -> isGood(request, row)).isPresent()) {
      asked.get().use();
      return go(em, row, true, persons(asked.get()));
    }
    if (policy.needsSecondPerson(row.amount())) {
      ask(em, row, asked, askedBy);
      return new Decision(row, ReversalRule.SECOND_PERSON);
    }
    return go(em, row, true, "by " + askedBy);
  }

  /**
   * Returns the open request of a reversal. One that was used for a reversal which came to nothing
   * makes room for another; who they were stands in the transaction's story.
   */
  static Optional<ReversalRequestRow> asked(EntityManager em, long serialNo) {
    ReversalRequestRow asked = em.find(ReversalRequestRow.class, serialNo);
    if (asked != null && asked.used()) {
      em.remove(asked);
      em.flush();
      return Optional.empty();
    }
    return Optional.ofNullable(asked);
  }

  private static boolean isGood(ReversalRequestRow asked, TransactionRow row) {
    return asked.authorizedBy() != null && asked.accountingDate().equals(row.accountingDate());
  }

  private void ask(
      EntityManager em, TransactionRow row, Optional<ReversalRequestRow> asked, String by) {
    if (asked.isEmpty()) {
      em.persist(
          new ReversalRequestRow(
              row.serialNo(),
              row.accountingDate(),
              by,
              clock.now().toEpochMilli(),
              false,
              "asked for at terminal " + row.terminalCode()));
    }
  }

  private static String askedBy(Request.Reverse request) {
    String collector = request.origin().collectorCode();
    return collector.isEmpty()
        ? "terminal " + request.origin().terminalCode()
        : "collector " + request.origin().agencyCode() + '/' + collector;
  }

  private static String persons(ReversalRequestRow asked) {
    return "by " + asked.requestedBy() + ", authorized by " + asked.authorizedBy();
  }

  private Decision go(EntityManager em, TransactionRow row, boolean counted, String words) {
    if (counted) {
      Optional<ReversalRule> limit = limits.take(em, row);
      if (limit.isPresent()) {
        // Others took the last of it since it was looked at.
        throw new OverLimit(new Decision(row, limit.get()));
      }
    }
    ledger.step(em, row, Event.REVERSAL_REQUESTED, new Outcome(null, null, words));
    return new Decision(row, null);
  }

  private boolean isAutomatic(TransactionRow row, Request.Reverse request) {
    Instant end = Instant.ofEpochMilli(row.completedAt()).plus(policy.automatic());
    return request.cause() == Request.Cause.NO_ANSWER && !clock.now().isAfter(end);
  }

  /**
   * What a reversal says of the card counts as long as it can only be about the latest attempt:
   * that the sale was not written, while nothing but the sale was given out; that it was cleared,
   * while its clearing is the latest that was.
   */
  private void noteCard(
      EntityManager em, TransactionRow row, MeterSaleRow sale, CardOutcome outcome) {
    if (outcome == null || sale == null || sale.openOrder() != null) {
      return;
    }
    boolean first = sale.writingSerial() != null && sale.writingSerial() == row.serialNo();
    CardState card = Kinds.card(sale);
    boolean cleared = card == CardState.TO_CLEAR && outcome == CardOutcome.CLEARED;
    if (cleared || card == CardState.TO_WRITE && first) {
      ledger.facts().card(em, row, sale, CardReports.event(outcome), "as the reversal says");
      ledger.schedule(row, sale);
    }
  }

  private LocalDate today() {
    return clock.accountingDate(clock.now());
  }
}
