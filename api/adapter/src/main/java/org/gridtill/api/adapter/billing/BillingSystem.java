package org.gridtill.api.adapter.billing;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.SerialNo;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The utility's billing system, as the platform needs it.
 *
 * <p>An adapter owns its client connection and nothing more. Each call carries the platform's
 * serial number and is idempotent on it: the same call again has no further effect and gives the
 * same answer. An adapter <b>never guesses</b>: an answer that did not come, came garbled, or came
 * with a code that does not say whether money moved, is {@link BillingResult.Unknown}.
 *
 * <p><b>Threads:</b> methods are called by many threads at once. Each waits for the billing system,
 * and returns within the adapter's configured time-out. <b>Errors:</b> outages are results, not
 * exceptions; an exception is a bug, and the platform treats it as Unknown.
 *
 * <p>How the platform uses it, for a payment whose answer was lost:
 *
 * <pre>{@code
 * billing.pay(order)              // Unknown: the answer did not come
 * billing.inquire(header, serial) // Confirmed, Declined, NotFound or again Unknown
 * billing.reverse(reversalHeader, serial, ...)  // only after NotFound: makes sure that it never happens
 * }</pre>
 */
@ConsumerType
public interface BillingSystem {

  /**
   * Asks what a consumer owes. Has no effect.
   *
   * @return {@code Confirmed} with the statement, {@code Declined}, or {@code Unknown}
   */
  BillingResult<BillStatement> queryBills(BillingHeader header, ConsumerNo consumer);

  /**
   * Pays all that a consumer owes, if it is exactly the amount of the order.
   *
   * @return {@code Confirmed} with what was settled, {@code Declined} if it certainly was not and
   *     will not be for this serial number, or {@code Unknown}
   */
  BillingResult<PaymentConfirmation> pay(PaymentOrder order);

  /**
   * Asks what became of an earlier payment. Has no effect.
   *
   * @param header of this inquiry; its serial number is that of the payment
   * @return as {@link #pay} would have answered; {@code NotFound} if the billing system has no such
   *     payment <em>now</em>, though one under way may still arrive; {@code Unknown} if it does not
   *     say
   */
  BillingResult<PaymentConfirmation> inquire(BillingHeader header);

  /**
   * Undoes an earlier payment. If the billing system has no such payment, it makes sure that one
   * which arrives later is refused.
   *
   * @param order what to undo
   * @return {@code Confirmed} if the payment was there and is undone; {@code NotFound} if it was
   *     not there and is blocked for good; {@code Declined} if it was there and stays; or {@code
   *     Unknown}
   */
  BillingResult<ReversalConfirmation> reverse(ReversalOrder order);

  /**
   * The confirmation of a reversal.
   *
   * @param billingSerial the billing system's own serial number of the reversal
   * @param originalSerial the payment that was undone
   */
  record ReversalConfirmation(String billingSerial, SerialNo originalSerial) {}
}
