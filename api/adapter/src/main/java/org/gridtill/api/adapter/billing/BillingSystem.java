package org.gridtill.api.adapter.billing;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.card.CardReading;
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
 * and returns within the adapter's configured time-out; a call that takes longer than the
 * platform's own is interrupted and counts as Unknown. <b>Errors:</b> outages are results, not
 * exceptions; an exception is a bug, and the platform treats it as Unknown.
 *
 * <p>How the platform uses it, for a transaction whose answer was lost:
 *
 * <pre>{@code
 * billing.execute(order)   // Unknown: the answer did not come
 * billing.inquire(header)  // Confirmed, Declined, NotFound or again Unknown
 * billing.reverse(order)   // only after NotFound: makes sure that it never happens
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
   * Asks about a consumer's prepayment meter. Has no effect.
   *
   * @param card what the terminal read off the consumer's card; null if there is no card
   * @return {@code Confirmed} with what is known, {@code Declined}, or {@code Unknown}
   */
  BillingResult<MeterAccount> queryMeter(
      BillingHeader header, ConsumerNo consumer, CardReading card);

  /**
   * Does a transaction, if the billing system's rules allow it exactly as ordered.
   *
   * @return {@code Confirmed} with what was done, {@code Declined} if it certainly was not and will
   *     not be for this serial number, or {@code Unknown}
   */
  BillingResult<BillingConfirmation> execute(BillingOrder order);

  /**
   * Asks what became of an earlier transaction, and what is known of its meter now. Has no effect.
   *
   * @param header of this inquiry; its serial number is that of the transaction
   * @return as {@link #execute} would have answered, with today's {@link
   *     BillingConfirmation#meter}; {@code NotFound} if the billing system has no such transaction
   *     <em>now</em>, though one under way may still arrive; {@code Unknown} if it does not say, as
   *     during its day-end; never {@code Declined} with {@link DeclineReason#TEMPORARILY_CLOSED},
   *     which would be taken for no answer: what was refused because it was closed is refused for
   *     good, with {@link DeclineReason#OTHER}
   */
  BillingResult<BillingConfirmation> inquire(BillingHeader header);

  /**
   * Tells what became of the writing of a card. The same report again has no further effect.
   *
   * @return {@code Confirmed} with the sale's serial number, {@code Declined} if the billing system
   *     does not take it, {@code NotFound} if it has no such sale, or {@code Unknown}
   */
  BillingResult<SerialNo> reportCard(CardReport report);

  /**
   * Undoes an earlier transaction. If the billing system has no such transaction, it makes sure
   * that one which arrives later is refused.
   *
   * @param order what to undo
   * @return {@code Confirmed} if it was there and is undone; {@code NotFound} if it was not there
   *     and is blocked for good; {@code Declined} if it was there and stays; or {@code Unknown}
   */
  BillingResult<ReversalConfirmation> reverse(ReversalOrder order);

  /**
   * The confirmation of a reversal.
   *
   * @param billingSerial the billing system's own serial number of the reversal
   * @param originalSerial the transaction that was undone
   */
  record ReversalConfirmation(String billingSerial, SerialNo originalSerial) {}
}
