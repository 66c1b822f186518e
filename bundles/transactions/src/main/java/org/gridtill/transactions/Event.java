package org.gridtill.transactions;

/** What happens to a transaction. */
enum Event {
  /** The billing system says that the transaction is done. */
  ORDER_CONFIRMED,
  /** The billing system certainly did not do the transaction, and will not. */
  ORDER_DECLINED,
  /** The billing system said nothing that decides the transaction. */
  ORDER_UNCLEAR,
  /** The billing system has no record of the transaction, though it may still arrive there. */
  ORDER_NOT_FOUND,
  /** Somebody who may wants the transaction undone. */
  REVERSAL_REQUESTED,
  /** The billing system says that the transaction is undone. */
  REVERSAL_CONFIRMED,
  /** The billing system never had the transaction, and has blocked it for good. */
  REVERSAL_NOT_FOUND,
  /** The billing system has the transaction and does not undo it. */
  REVERSAL_DECLINED,
  /** The billing system said nothing that decides the reversal. */
  REVERSAL_UNCLEAR,

  /** The terminal gets what writes the sale to the card. */
  CARD_GIVEN,
  /** The sale is on the card, as the terminal says or the card shows. */
  CARD_WRITTEN,
  /** The sale is not on the card. */
  CARD_NOT_WRITTEN,
  /** The terminal cannot tell. */
  CARD_UNKNOWN,
  /** The terminal gets what takes the sale off the card. */
  CLEARING_GIVEN,
  /** The sale was taken off the card. */
  CARD_CLEARED,

  /** Credit for a meter is sold. */
  CREDIT_SOLD,
  /** The meter has taken the credit. */
  CREDIT_TAKEN,
  /** The meter has refused the credit. */
  CREDIT_REFUSED
}
