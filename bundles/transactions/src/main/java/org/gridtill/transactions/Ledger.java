package org.gridtill.transactions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.PaymentConfirmation;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.receipts.Receipt;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.TransactionRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes transactions from state to state as the {@link StateMachine} says. Each step is one commit:
 * the state, the journal, the credit and the receipt change together or not at all. Rows are locked
 * in one order, transaction, receipt counter, agency, so that steps never wait for each other in a
 * ring.
 */
final class Ledger {

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final JpaTemplate jpa;
  private final Journal journal;
  private final Credit credit;
  private final Receipts receipts;
  private final SerialNumbers serials;
  private final PlatformClock clock;
  private final Backoff backoff;

  /** How long after a step that is not final the resolver may take over. */
  private final Duration patience;

  Ledger(
      JpaTemplate jpa,
      Journal journal,
      Credit credit,
      Receipts receipts,
      SerialNumbers serials,
      PlatformClock clock,
      Backoff backoff,
      Duration patience) {
    this.jpa = jpa;
    this.journal = journal;
    this.credit = credit;
    this.receipts = receipts;
    this.serials = serials;
    this.clock = clock;
    this.backoff = backoff;
    this.patience = patience;
  }

  /**
   * Writes a new transaction: AUTHORISED with its credit reserved, or REJECTED if there is not
   * enough. From its commit on the transaction is resolved whatever happens to this process.
   *
   * @throws RuntimeException of the database if the key was used at the same moment
   */
  TransactionRow authorise(TransactionRow row, String creditRefusal, String creditReason) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          row.await(TransactionState.AUTHORISED.name(), afterPatience());
          em.persist(row);
          em.flush();
          if (!credit.reserve(row.agencyCode(), Money.ofFen(row.amount()))) {
            row.refuse(creditRefusal, creditReason);
            row.settle(TransactionState.REJECTED.name(), now());
          }
          return row;
        });
  }

  /** Writes a transaction that is reversed before it came, so that it is refused if it comes. */
  TransactionRow block(TransactionRow row) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          row.settle(TransactionState.BLOCKED.name(), now());
          em.persist(row);
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
          if (state(row) == TransactionState.COMPLETED && row.reversalWanted()) {
            step(em, row, Event.REVERSAL_REQUESTED, Outcome.NONE);
          }
          return row;
        });
  }

  /**
   * Takes a transaction for an attempt to resolve it, if nobody else has it.
   *
   * @return the transaction, empty if it is settled or taken
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

  private void step(EntityManager em, TransactionRow row, Event event, Outcome outcome) {
    Optional<StateMachine.Transition> found = StateMachine.next(state(row), event);
    reportContradiction(row, event);
    if (found.isEmpty()) {
      return;
    }
    StateMachine.Transition transition = found.get();
    if (outcome.refusal() != null) {
      row.refuse(outcome.refusal().name(), outcome.reason());
    }
    if (transition.to().isSettled()) {
      row.settle(transition.to().name(), now());
    } else {
      row.await(transition.to().name(), afterPatience());
    }
    transition.actions().forEach(action -> perform(action, row, outcome));
    em.flush();
    moveCredit(transition.actions(), row);
  }

  /** Last of all, since the agency's row is the one that others wait for. */
  private void moveCredit(List<Action> actions, TransactionRow row) {
    Money amount = Money.ofFen(row.amount());
    if (actions.contains(Action.BOOK)) {
      credit.commit(row.agencyCode(), amount);
    }
    if (actions.contains(Action.RELEASE)) {
      credit.release(row.agencyCode(), amount);
    }
    if (actions.contains(Action.UNBOOK)) {
      credit.restore(row.agencyCode(), amount);
    }
  }

  /** What no sane billing system says: somebody must look at it. */
  private static void reportContradiction(TransactionRow row, Event event) {
    TransactionState state = state(row);
    boolean paidAfterDecline =
        event == Event.PAYMENT_CONFIRMED
            && state == TransactionState.DECLINED
            && row.reversalSerial() == null;
    boolean paymentVanished =
        event == Event.REVERSAL_NOT_FOUND && state == TransactionState.REVERSING;
    if (paidAfterDecline || paymentVanished) {
      LOG.error(
          "The billing system contradicts itself about {}: {} in {}; reconcile it by hand",
          row.serialNo(),
          event,
          state);
    }
  }

  private void perform(Action action, TransactionRow row, Outcome outcome) {
    switch (action) {
      case BOOK -> book(row, outcome.confirmation());
      case RETRY -> row.attemptAt(now() + backoff.delay(row.attempts()).toMillis());
      case REMEMBER_REVERSAL -> {
        row.wantReversal();
        row.attemptAt(now());
      }
      case TAKE_REVERSAL_SERIAL -> row.reverseAs(serials.next().number());
      case DROP_REVERSAL_SERIAL -> row.dropReversalSerial();
      case DROP_REVERSAL -> row.dropReversal();
      case UNBOOK -> unbook(row);
      case RELEASE -> {
        // Only moves credit.
      }
    }
  }

  private void book(TransactionRow row, PaymentConfirmation confirmation) {
    SerialNo serial = SerialNo.of(row.serialNo());
    Money amount = Money.ofFen(row.amount());
    journal.post(
        new JournalEntry(
            serial,
            null,
            row.accountingDate(),
            clock.now(),
            postings(row.agencyCode(), confirmation)));
    // After the journal, which nobody waits for: the counter of receipts stays locked from here.
    Receipt receipt =
        receipts.issue(
            new Receipt.Order(
                serial,
                row.agencyCode(),
                row.terminalCode(),
                row.accountingDate(),
                new ConsumerNo(row.consumerNo()),
                confirmation.consumerName(),
                amount,
                confirmation.settled()));
    row.complete(
        confirmation.billingSerial(), confirmation.consumerName(), receipt.receiptNo(), now());
  }

  private static List<Posting> postings(String agencyCode, PaymentConfirmation confirmation) {
    Money energy = confirmation.energyCharge();
    Money penalty = confirmation.latePenalty();
    List<Posting> lines = new ArrayList<>();
    lines.add(new Posting(Accounts.agency(agencyCode), energy.plus(penalty)));
    if (energy.isPositive()) {
      lines.add(new Posting(Accounts.UTILITY_ENERGY, energy.negated()));
    }
    if (penalty.isPositive()) {
      lines.add(new Posting(Accounts.UTILITY_PENALTY, penalty.negated()));
    }
    return lines;
  }

  private void unbook(TransactionRow row) {
    SerialNo serial = SerialNo.of(row.serialNo());
    JournalEntry entry =
        journal
            .find(serial)
            .orElseThrow(() -> new IllegalStateException("no journal entry of " + serial));
    receipts.voidReceipt(serial);
    journal.post(
        entry.mirrored(SerialNo.of(row.reversalSerial()), row.accountingDate(), clock.now()));
  }

  private long now() {
    return clock.now().toEpochMilli();
  }

  private long afterPatience() {
    return now() + patience.toMillis();
  }

  static TransactionState state(TransactionRow row) {
    return TransactionState.valueOf(row.state());
  }
}
