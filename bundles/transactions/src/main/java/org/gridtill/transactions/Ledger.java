package org.gridtill.transactions;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes transactions from state to state as the {@link StateMachine} says. Each step is one commit:
 * the state, the journal, the credit and the receipt change together or not at all. Rows are locked
 * in one order, transaction, the sale it is about, limits of reversal, receipt counter, collector,
 * agency, agencies above, so that steps never wait for each other in a ring.
 */
class Ledger {

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final JpaTemplate jpa;
  private final Bookkeeping bookkeeping;
  private final SerialNumbers serials;
  private final PlatformClock clock;
  private final Timing timing;
  private final Story story;
  private final MeterFacts facts;
  private final ReversalLimits limits;

  /** The books that a step writes to in its commit, and the outbox that it leaves messages in. */
  record Books(Journal journal, Credit credit, Receipts receipts, Outbox outbox) {}

  /**
   * When the resolver goes on.
   *
   * @param backoff how long it waits between attempts
   * @param patience how long after a step that is not final it may take over
   */
  record Timing(Backoff backoff, Duration patience) {}

  Ledger(
      JpaTemplate jpa,
      Books books,
      SerialNumbers serials,
      PlatformClock clock,
      Timing timing,
      ReversalLimits limits) {
    this.jpa = jpa;
    bookkeeping = new Bookkeeping(books, clock);
    this.serials = serials;
    this.clock = clock;
    this.timing = timing;
    this.limits = limits;
    story = new Story(clock);
    facts = new MeterFacts(story);
  }

  MeterFacts facts() {
    return facts;
  }

  Story story() {
    return story;
  }

  /**
   * Writes a new transaction: AUTHORISED with its credit reserved, or REJECTED if a rule or the
   * credit limit is against it. From its commit on the transaction is resolved whatever happens to
   * this process.
   *
   * @param sale what it has to do with a meter; null if nothing
   * @param rule looks, in the same commit, for what is against it
   * @throws RuntimeException of the database if the key was used at the same moment
   */
  TransactionRow authorise(
      TransactionRow row,
      MeterSaleRow sale,
      BiFunction<EntityManager, TransactionRow, Optional<Objection>> rule) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          row.await(TransactionState.AUTHORISED.name(), afterPatience());
          em.persist(row);
          if (sale != null) {
            em.persist(sale);
          }
          em.flush();
          Optional<Objection> objection = rule.apply(em, row);
          if (objection.isEmpty()) {
            begin(em, row, TransactionState.AUTHORISED, null);
            objection = reserve(em, row);
          }
          objection.ifPresent(against -> reject(em, row, against));
          return row;
        });
  }

  private Optional<Objection> reserve(EntityManager em, TransactionRow row) {
    em.flush();
    return bookkeeping.reserve(row);
  }

  private void reject(EntityManager em, TransactionRow row, Objection against) {
    row.refuse(against.refusal().name(), against.words());
    row.settle(TransactionState.REJECTED.name(), now());
    begin(em, row, TransactionState.REJECTED, against.words());
  }

  private void begin(EntityManager em, TransactionRow row, TransactionState to, String words) {
    story.add(em, row, Fact.MONEY, "", row.kind(), to.name(), words);
  }

  /** Writes a transaction that is reversed before it came, so that it is refused if it comes. */
  TransactionRow block(TransactionRow row) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          row.settle(TransactionState.BLOCKED.name(), now());
          em.persist(row);
          begin(em, row, TransactionState.BLOCKED, "its reversal came first");
          em.flush();
          return row;
        });
  }

  /**
   * Lets an event happen to a transaction.
   *
   * @return the transaction afterwards, unchanged if the event means nothing in its state
   */
  TransactionRow apply(long serialNo, Event event, Outcome outcome) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          TransactionRow row = TransactionTable.lock(em, serialNo);
          step(em, row, event, outcome);
          if (Kinds.state(row) == TransactionState.COMPLETED && row.reversalWanted()) {
            step(em, row, Event.REVERSAL_REQUESTED, Outcome.NONE);
          }
          return row;
        });
  }

  /**
   * Takes a transaction for an attempt to resolve it, if nobody else has it.
   *
   * @return the transaction, empty if there is nothing to do about it or it is taken
   */
  Optional<TransactionRow> claim(long serialNo) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          TransactionRow row = TransactionTable.lock(em, serialNo);
          if (row.nextAttemptAt() == null || row.nextAttemptAt() > now()) {
            return Optional.empty();
          }
          row.countAttempt();
          row.attemptAt(afterPatience());
          return Optional.of(row);
        });
  }

  /** Lets an event happen to the money, in the caller's transaction and under its lock. */
  void step(EntityManager em, TransactionRow row, Event event, Outcome outcome) {
    TransactionState from = Kinds.state(row);
    Optional<StateMachine.Transition<TransactionState>> found =
        StateMachine.next(StateMachine.MONEY, from, event);
    reportContradiction(row, event);
    if (found.isEmpty()) {
      return;
    }
    StateMachine.Transition<TransactionState> transition = found.get();
    if (outcome.refusal() != null) {
      row.refuse(outcome.refusal().name(), outcome.reason());
    }
    if (transition.to().isSettled()) {
      row.settle(transition.to().name(), now());
    } else {
      row.await(transition.to().name(), afterPatience());
    }
    story.add(
        em, row, Fact.MONEY, from.name(), event.name(), transition.to().name(), outcome.reason());
    MeterSaleRow sale = MeterFacts.find(em, row);
    transition.actions().forEach(action -> perform(em, action, row, sale, outcome));
    schedule(row, sale);
    em.flush();
    bookkeeping.moveCredit(transition.actions(), row);
  }

  /** Has the resolver go on with what is open about a settled transaction. */
  void schedule(TransactionRow row, MeterSaleRow sale) {
    if (!Kinds.state(row).isSettled()) {
      return;
    }
    if (!Kinds.hasOpenWork(row, sale)) {
      row.attemptNoMore();
    } else if (row.nextAttemptAt() == null) {
      row.attemptAt(now());
    }
  }

  /** Puts off what is open about a settled transaction. */
  void putOff(TransactionRow row) {
    row.attemptAt(now() + timing.backoff().delay(row.attempts()).toMillis());
  }

  /** What no sane billing system says: somebody must look at it. */
  private static void reportContradiction(TransactionRow row, Event event) {
    TransactionState state = Kinds.state(row);
    boolean doneAfterDecline =
        event == Event.ORDER_CONFIRMED
            && state == TransactionState.DECLINED
            && row.reversalSerial() == null;
    boolean vanished = event == Event.REVERSAL_NOT_FOUND && state == TransactionState.REVERSING;
    if (doneAfterDecline || vanished) {
      LOG.error(
          "The billing system contradicts itself about {}: {} in {}; reconcile it by hand",
          row.serialNo(),
          event,
          state);
    }
  }

  private void perform(
      EntityManager em, Action action, TransactionRow row, MeterSaleRow sale, Outcome outcome) {
    switch (action) {
      case BOOK -> bookkeeping.book(row, sale, outcome.confirmation());
      case GIVE -> facts().give(em, row, sale, outcome.confirmation());
      case CLOSE_ORDER -> MeterFacts.closeOrder(em, row);
      case RETRY -> putOff(row);
      case REMEMBER_REVERSAL -> {
        row.wantReversal();
        row.attemptAt(now());
      }
      case TAKE_REVERSAL_SERIAL -> row.reverseAs(serials.next().number());
      case DROP_REVERSAL_SERIAL -> row.dropReversalSerial();
      case DROP_REVERSAL -> {
        limits.giveBack(em, row);
        row.dropReversal();
      }
      case UNBOOK -> bookkeeping.unbook(row);
      case SUSPEND -> bookkeeping.suspend(row);
      case END_SUSPENSE -> bookkeeping.endSuspense(row);
      case RELEASE, TELL -> {
        // The one only moves credit; the other belongs to the card.
      }
    }
  }

  private long now() {
    return clock.now().toEpochMilli();
  }

  private long afterPatience() {
    return now() + timing.patience().toMillis();
  }
}
