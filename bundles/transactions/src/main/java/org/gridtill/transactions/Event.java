package org.gridtill.transactions;

/** What happens to a transaction. */
enum Event {
  /** The billing system says that the payment is done. */
  PAYMENT_CONFIRMED,
  /** The billing system certainly did not do the payment, and will not. */
  PAYMENT_DECLINED,
  /** The billing system said nothing that decides the payment. */
  PAYMENT_UNCLEAR,
  /** The billing system has no record of the payment, though it may still arrive there. */
  PAYMENT_NOT_FOUND,
  /** The terminal wants the payment undone. */
  REVERSAL_REQUESTED,
  /** The billing system says that the payment is undone. */
  REVERSAL_CONFIRMED,
  /** The billing system never had the payment, and has blocked it for good. */
  REVERSAL_NOT_FOUND,
  /** The billing system has the payment and does not undo it. */
  REVERSAL_DECLINED,
  /** The billing system said nothing that decides the reversal. */
  REVERSAL_UNCLEAR
}
