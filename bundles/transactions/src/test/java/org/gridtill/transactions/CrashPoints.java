package org.gridtill.transactions;

import java.util.function.Function;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem;

/** Lets the process die at a chosen boundary: what it had in memory is lost, and nobody answers. */
final class CrashPoints {

  private int left = -1;

  /** The end of a process. Nothing in the product catches it. */
  static final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
      super("the process dies", null, false, false);
    }
  }

  /** Dies at the boundary of that number from now; never if it is negative. */
  void arm(int boundary) {
    left = boundary;
  }

  private void pass() {
    if (left == 0) {
      left = -1;
      throw new Crash();
    }
    if (left > 0) {
      left--;
    }
  }

  /** A line with a boundary before and after each call. */
  BillingLine line(BillingSystem system) {
    return new BillingLine() {
      @Override
      public <T> BillingResult<T> call(
          String operation, Function<BillingSystem, BillingResult<T>> call) {
        pass();
        BillingResult<T> result = call.apply(system);
        pass();
        return result;
      }
    };
  }

  /** A database with a boundary before and after each transaction. */
  JpaTemplate around(JpaTemplate jpa) {
    return new JpaTemplate() {
      @Override
      public <R> R txExpr(TransactionType type, EmFunction<R> code) {
        pass();
        R result = jpa.txExpr(type, code);
        pass();
        return result;
      }

      @Override
      public <R> R txExpr(EmFunction<R> code) {
        return txExpr(TransactionType.Required, code);
      }

      @Override
      public void tx(TransactionType type, EmConsumer code) {
        txExpr(
            type,
            em -> {
              code.accept(em);
              return null;
            });
      }

      @Override
      public void tx(EmConsumer code) {
        tx(TransactionType.Required, code);
      }
    };
  }
}
