package org.gridtill.api.adapter.terminal;

import java.time.YearMonth;
import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;

/**
 * What a terminal asks of the platform. Immutable. The platform checks what the request says
 * against its own records: an amount, for instance, is compared with what the billing system says
 * is due.
 */
public sealed interface Request
    permits Request.SignOn,
        Request.Echo,
        Request.QueryBills,
        Request.QueryMeter,
        Request.QueryTransaction,
        Request.Reverse,
        MoneyRequest,
        CardRequest,
        ShiftRequest {

  /** Returns who sends the request, and its key. */
  Origin origin();

  /** Tells whether the platform insists on a valid message authentication code. */
  default boolean mustBeAuthentic() {
    return true;
  }

  /**
   * The terminal starts work (签到) and asks for fresh working keys. It has no key to prove itself
   * with yet; what it gets is of use only to the holder of the terminal's master key.
   */
  record SignOn(Origin origin) implements Request {
    @Override
    public boolean mustBeAuthentic() {
      return false;
    }
  }

  /** The terminal shows that it is alive. */
  record Echo(Origin origin) implements Request {
    @Override
    public boolean mustBeAuthentic() {
      return false;
    }
  }

  /**
   * What does the consumer owe?
   *
   * @param consumer whose bills
   */
  record QueryBills(Origin origin, ConsumerNo consumer) implements Request {}

  /**
   * What is known of the consumer's prepayment meter, and may they buy?
   *
   * @param consumer whose meter
   * @param card what was read off the consumer's card; null if there is none
   */
  record QueryMeter(Origin origin, ConsumerNo consumer, CardReading card) implements Request {}

  /**
   * Pays bills of the consumer (缴费).
   *
   * @param consumer whose bills
   * @param amount what the terminal took, which must be what is due for these months; less where
   *     the billing system allows that; positive
   * @param months the months to pay, in any order; empty for all that is due
   */
  record PayBills(Origin origin, ConsumerNo consumer, Money amount, List<YearMonth> months)
      implements MoneyRequest {

    /**
     * Checks the amount and copies the list.
     *
     * @throws IllegalArgumentException if the amount is not positive
     */
    public PayBills {
      MoneyRequest.requirePositive(amount);
      months = List.copyOf(months);
    }

    /** Pays all that is due. */
    public PayBills(Origin origin, ConsumerNo consumer, Money amount) {
      this(origin, consumer, amount, List.of());
    }
  }

  /**
   * Adds to the consumer's prepaid balance (预存).
   *
   * @param consumer whose balance
   * @param amount what the terminal took; positive
   */
  record Prepay(Origin origin, ConsumerNo consumer, Money amount) implements MoneyRequest {

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Prepay {
      MoneyRequest.requirePositive(amount);
    }
  }

  /**
   * Sells credit that the utility sends to the meter over the air (远程充值).
   *
   * @param consumer whose meter
   * @param amount what the terminal took; positive
   */
  record RechargeRemotely(Origin origin, ConsumerNo consumer, Money amount)
      implements MoneyRequest {

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public RechargeRemotely {
      MoneyRequest.requirePositive(amount);
    }
  }

  /**
   * What became of an earlier request of this terminal (末笔交易查询)?
   *
   * @param originalBatchNo its batch, 6 digits
   * @param originalTraceNo its trace number, 6 digits
   */
  record QueryTransaction(Origin origin, String originalBatchNo, String originalTraceNo)
      implements Request {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one has the wrong form
     */
    public QueryTransaction {
      Origin.require("original batch number", originalBatchNo, "[0-9]{6}");
      Origin.require("original trace number", originalTraceNo, "[0-9]{6}");
    }
  }

  /** Why a terminal undoes a transaction. */
  enum Cause {
    /** Its answer did not come, so that the consumer was not served. */
    NO_ANSWER,
    /** The collector wants it undone. */
    COLLECTOR
  }

  /**
   * Undoes an earlier transaction of this terminal (冲正). It may be sent again and again, and may
   * arrive before the transaction itself, which it then blocks.
   *
   * @param originalBatchNo the transaction's batch, 6 digits
   * @param originalTraceNo the transaction's trace number, 6 digits
   * @param amount the transaction's amount; positive
   * @param cause why
   * @param card what became of its card, if it has one and the terminal has not reported it before;
   *     null otherwise
   */
  record Reverse(
      Origin origin,
      String originalBatchNo,
      String originalTraceNo,
      Money amount,
      Cause cause,
      CardOutcome card)
      implements Request {

    /**
     * Checks the numbers and the amount.
     *
     * @throws IllegalArgumentException if one has the wrong form
     */
    public Reverse {
      Origin.require("original batch number", originalBatchNo, "[0-9]{6}");
      Origin.require("original trace number", originalTraceNo, "[0-9]{6}");
      MoneyRequest.requirePositive(amount);
    }

    /** Undoes a transaction without a card whose answer did not come. */
    public Reverse(Origin origin, String originalBatchNo, String originalTraceNo, Money amount) {
      this(origin, originalBatchNo, originalTraceNo, amount, Cause.NO_ANSWER, null);
    }
  }
}
