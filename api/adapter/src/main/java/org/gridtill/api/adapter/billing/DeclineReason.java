package org.gridtill.api.adapter.billing;

/** Why a billing system declines, in the platform's terms. */
public enum DeclineReason {
  /** The call certainly never reached the billing system: no connection could be made. */
  UNREACHABLE,
  /** It has no such consumer. */
  UNKNOWN_CONSUMER,
  /** Nothing is due. */
  NOTHING_DUE,
  /** The amount is not what is due. */
  AMOUNT_NOT_DUE,
  /** The amount is less than is due, and this consumer's bills are paid in whole only. */
  PARTIAL_NOT_ALLOWED,
  /** A prepayment is refused: there are arrears, or it is not for this consumer. */
  PREPAYMENT_NOT_ALLOWED,
  /** A purchase is less or more than the meter may get. */
  PURCHASE_OUT_OF_RANGE,
  /** Arrears must be paid before a purchase. */
  ARREARS_FIRST,
  /** The card is not the one that this needs: another's, not blank, blank, or replaced. */
  WRONG_CARD,
  /** The card's last purchase has not been inserted in the meter. */
  CARD_NOT_INSERTED,
  /** The purchase count of the card is not the billing system's. */
  PURCHASE_COUNT_DIFFERS,
  /** Reversal, clearing or rewrite: the meter has taken the credit. */
  METER_TOOK_CREDIT,
  /** Reversal: the sale is still on the card. */
  CARD_NOT_CLEARED,
  /** Reversal: the prepayment is used. */
  PREPAYMENT_USED,
  /** Reversal: the accounting day is over. */
  DAY_OVER,
  /** Reversal: the money is remitted. */
  REMITTED,
  /** Reversal: an invoice was issued. */
  INVOICE_ISSUED,
  /** The original was reversed or blocked before. */
  ALREADY_REVERSED,
  /** Another rule forbids it: another agency, say. */
  NOT_ALLOWED,
  /** The serial number was used before for something else: a bug or a mix-up of installations. */
  DUPLICATE_SERIAL,
  /** It is closed for now, as at its day-end, and did nothing. */
  TEMPORARILY_CLOSED,
  /** Another reason, which code and text give. */
  OTHER
}
