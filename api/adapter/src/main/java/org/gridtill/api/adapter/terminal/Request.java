package org.gridtill.api.adapter.terminal;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;

/**
 * What a terminal asks of the platform. Immutable. The platform checks what the request says
 * against its own records: an amount, for instance, is compared with what the billing system says
 * is due.
 */
public sealed interface Request {

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
   * Pays all that the consumer owes (缴费).
   *
   * @param consumer whose bills
   * @param amount what the terminal took, which must be all that is due; positive
   */
  record PayBills(Origin origin, ConsumerNo consumer, Money amount) implements Request {

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public PayBills {
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("wrong amount");
      }
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

  /**
   * Undoes an earlier payment of this terminal (冲正). It may be sent again and again, and may arrive
   * before the payment itself, which it then blocks.
   *
   * @param originalBatchNo the payment's batch, 6 digits
   * @param originalTraceNo the payment's trace number, 6 digits
   * @param amount the payment's amount; positive
   */
  record Reverse(Origin origin, String originalBatchNo, String originalTraceNo, Money amount)
      implements Request {

    /**
     * Checks the numbers and the amount.
     *
     * @throws IllegalArgumentException if one has the wrong form
     */
    public Reverse {
      Origin.require("original batch number", originalBatchNo, "[0-9]{6}");
      Origin.require("original trace number", originalTraceNo, "[0-9]{6}");
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("wrong amount");
      }
    }
  }
}
