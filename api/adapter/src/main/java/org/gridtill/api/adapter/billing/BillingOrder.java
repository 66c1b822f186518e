package org.gridtill.api.adapter.billing;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;

/**
 * An order to the billing system to do a transaction.
 *
 * @param header the call; its serial number is the transaction's
 * @param consumer whose bills, balance or meter it is about
 * @param amount what was taken; positive, but zero for the kinds that take no money
 * @param purpose what it is for
 */
public record BillingOrder(
    BillingHeader header, ConsumerNo consumer, Money amount, Purpose purpose) {

  /**
   * Checks the amount.
   *
   * @throws IllegalArgumentException if money is missing, or there is some where none is taken
   */
  public BillingOrder {
    boolean right = purpose.kind().takesMoney() ? amount.isPositive() : amount.isZero();
    if (!right) {
      throw new IllegalArgumentException("wrong amount");
    }
  }
}
