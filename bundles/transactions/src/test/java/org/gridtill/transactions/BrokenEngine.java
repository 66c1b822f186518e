package org.gridtill.transactions;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/** The engine as it is, and as it must not be: each defect is one that was made somewhere. */
enum BrokenEngine {
  /** The engine as it is shipped. */
  NOT_BROKEN {
    @Override
    EngineParts parts(EngineParts sound) {
      return sound;
    }
  },

  /** Calls the billing system before its intent is written. */
  SKIPPED_INTENT {
    @Override
    EngineParts parts(EngineParts sound) {
      return new EngineParts(sound) {
        @Override
        Ledger ledger(SerialNumbers serials, ReversalLimits limits) {
          return new LateLedger(this, serials, limits);
        }
      };
    }
  },

  /** Takes a repetition for another order. */
  LOST_IDEMPOTENCY {
    @Override
    EngineParts parts(EngineParts sound) {
      return new EngineParts(sound) {
        @Override
        Ledger ledger(SerialNumbers serials, ReversalLimits limits) {
          return new ForgetfulLedger(this, serials, limits);
        }

        @Override
        Orders orders(Ledger ledger, Billing billing, Replies replies, SerialNumbers serials) {
          return new Orders(jpa(), ledger, billing, replies, serials, clock()) {
            @Override
            Optional<TransactionRow> find(Origin key) {
              return Optional.empty();
            }
          };
        }
      };
    }
  },

  /** Takes no answer for a refusal. */
  GUESS_ON_TIMEOUT {
    @Override
    EngineParts parts(EngineParts sound) {
      return new EngineParts(sound) {
        @Override
        Billing billing() {
          return new Billing(clock(), line()) {
            @Override
            BillingResult<BillingConfirmation> execute(TransactionRow row, Purpose purpose) {
              return declinedIfUnknown(super.execute(row, purpose));
            }
          };
        }
      };
    }
  },

  /** Takes "no such transaction" for "never", though it may still be under way. */
  GUESS_ON_NOT_FOUND {
    @Override
    EngineParts parts(EngineParts sound) {
      return new EngineParts(sound) {
        @Override
        Billing billing() {
          return new Billing(clock(), line()) {
            @Override
            BillingResult<BillingConfirmation> inquire(TransactionRow row) {
              BillingResult<BillingConfirmation> result = super.inquire(row);
              return result instanceof BillingResult.NotFound<?> ? declined() : result;
            }
          };
        }
      };
    }
  },

  /** Gives money back whatever became of the card. */
  FORGOTTEN_CARD {
    @Override
    EngineParts parts(EngineParts sound) {
      return new EngineParts(sound) {
        @Override
        Ledger ledger(SerialNumbers serials, ReversalLimits limits) {
          return new CardlessLedger(this, serials, limits);
        }
      };
    }
  };

  abstract EngineParts parts(EngineParts sound);

  private static BillingResult<BillingConfirmation> declinedIfUnknown(
      BillingResult<BillingConfirmation> result) {
    return result instanceof BillingResult.Unknown<?> ? declined() : result;
  }

  private static BillingResult<BillingConfirmation> declined() {
    return new BillingResult.Declined<>(DeclineReason.OTHER, "", "guessed");
  }

  /** Keeps the intent in memory until the outcome is known. */
  private static final class LateLedger extends Ledger {

    private final JpaTemplate jpa;
    private final Map<Long, Runnable> intents = new HashMap<>();

    LateLedger(EngineParts parts, SerialNumbers serials, ReversalLimits limits) {
      super(parts.jpa(), parts.books(), serials, parts.clock(), parts.timing(), limits);
      this.jpa = parts.jpa();
    }

    @Override
    TransactionRow authorise(
        TransactionRow row,
        MeterSaleRow sale,
        BiFunction<EntityManager, TransactionRow, Optional<Objection>> rule) {
      row.await(TransactionState.AUTHORISED.name(), 0);
      intents.put(row.serialNo(), () -> super.authorise(row, sale, rule));
      return row;
    }

    @Override
    TransactionRow apply(long serialNo, Event event, Outcome outcome) {
      Runnable intent = intents.remove(serialNo);
      if (intent != null) {
        jpa.tx(TransactionType.Required, em -> intent.run());
      }
      return super.apply(serialNo, event, outcome);
    }
  }

  /** Has no key on which it could be idempotent. */
  private static final class ForgetfulLedger extends Ledger {

    private final JpaTemplate jpa;

    ForgetfulLedger(EngineParts parts, SerialNumbers serials, ReversalLimits limits) {
      super(parts.jpa(), parts.books(), serials, parts.clock(), parts.timing(), limits);
      this.jpa = parts.jpa();
    }

    @Override
    TransactionRow authorise(
        TransactionRow row,
        MeterSaleRow sale,
        BiFunction<EntityManager, TransactionRow, Optional<Objection>> rule) {
      jpa.tx(
          TransactionType.Required,
          em ->
              em.createNativeQuery(
                      "UPDATE gt_transaction SET batch_no = '999999', trace_no = ?1"
                          + " WHERE terminal_code = ?2 AND batch_no = ?3 AND trace_no = ?4")
                  .setParameter(1, String.format("%06d", row.serialNo() % 1_000_000))
                  .setParameter(2, row.terminalCode())
                  .setParameter(3, row.batchNo())
                  .setParameter(4, row.traceNo())
                  .executeUpdate());
      return super.authorise(row, sale, rule);
    }
  }

  /** Believes of every card that it was never written. */
  private static final class CardlessLedger extends Ledger {

    private final MeterFacts facts;

    CardlessLedger(EngineParts parts, SerialNumbers serials, ReversalLimits limits) {
      super(parts.jpa(), parts.books(), serials, parts.clock(), parts.timing(), limits);
      facts =
          new MeterFacts(story()) {
            @Override
            void card(
                EntityManager em,
                TransactionRow row,
                MeterSaleRow sale,
                Event event,
                String words) {
              super.card(em, row, sale, event, words);
              sale.moveCard("NOT_WRITTEN");
            }
          };
    }

    @Override
    MeterFacts facts() {
      return facts;
    }
  }
}
