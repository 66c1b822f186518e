package org.gridtill.api.adapter.terminal;

/**
 * Why the platform refuses a request. Where several reasons hold, the one that stands first here is
 * given.
 */
public enum Refusal {
  /** The platform cannot work now (its database, say, is away). Retry later. */
  SYSTEM_ERROR(true),
  /** No such terminal is registered. */
  UNKNOWN_TERMINAL(false),
  /** The terminal is registered but may not work. */
  TERMINAL_BLOCKED(false),
  /** The terminal belongs to another agency than the one it names. */
  WRONG_AGENCY(false),
  /** The connection's certificate is missing or is not the terminal's, as the text says. */
  CERTIFICATE_REFUSED(false),
  /** The terminal must sign on first. */
  NOT_SIGNED_ON(true),
  /** The message authentication code is wrong or missing. Sign on, then retry. */
  BAD_MAC(true),
  /** The collector must sign on with the identity card first. */
  CARD_REQUIRED(true),
  /** This identity card may not be used here, or did not prove itself, as the text says. */
  CARD_REFUSED(false),
  /** The PIN of the identity card is wrong. */
  WRONG_PIN(true),
  /** This SIM may not be used here, as the text says. */
  SIM_REFUSED(false),
  /** The key was used before, with other content. Use the next trace number. */
  DUPLICATE_KEY(false),
  /** This payment was reversed before it arrived. */
  BLOCKED_BY_REVERSAL(false),
  /** No such transaction. */
  UNKNOWN_TRANSACTION(false),
  /** The transaction cannot be reversed, by a rule that the text names. */
  NOT_REVERSIBLE(false),
  /** The amount is not that of the original. */
  AMOUNT_DIFFERS(false),
  /** The sale is, or may be, on the card: clear the card first, then reverse. */
  CARD_NOT_CLEARED(true),
  /** A second person must authorize this reversal; then repeat it. */
  AUTHORIZATION_REQUIRED(true),
  /** The card is not the one that this needs, by a rule that the text names. */
  WRONG_CARD(false),
  /** The card's last purchase has not been inserted in the meter; insert it, then come back. */
  CARD_NOT_INSERTED(true),
  /** The card's purchase count is not the expected one. */
  PURCHASE_COUNT_DIFFERS(false),
  /** The meter has taken the credit, so that it cannot be undone or written anew. */
  METER_TOOK_CREDIT(false),
  /** The collector (收费员) is not registered with the agency. */
  UNKNOWN_COLLECTOR(false),
  /** The agency, one above it, or the collector is suspended or closed, as the text says. */
  AGENCY_SUSPENDED(false),
  /** The credit limit of the collector, the agency or one above it would be exceeded. */
  CREDIT_EXHAUSTED(true),
  /** The billing system cannot be reached. Retry later. */
  BILLING_UNAVAILABLE(true),
  /** The billing system does not know the consumer. */
  UNKNOWN_CONSUMER(false),
  /** Nothing is due. */
  NOTHING_DUE(false),
  /** The amount is not what is due; query again. */
  AMOUNT_NOT_DUE(true),
  /** This consumer's bills are paid in whole only. */
  PARTIAL_NOT_ALLOWED(false),
  /** A prepayment is refused, as with arrears. */
  PREPAYMENT_NOT_ALLOWED(false),
  /** A purchase is less or more than the meter may get. */
  PURCHASE_OUT_OF_RANGE(false),
  /** Arrears must be paid first. */
  ARREARS_FIRST(true),
  /** The billing system refuses for another reason, which the text gives. */
  BILLING_REFUSED(false);

  private final boolean retryCanHelp;

  Refusal(boolean retryCanHelp) {
    this.retryCanHelp = retryCanHelp;
  }

  /** Tells whether the same request, sent as a new one later, may succeed. */
  public boolean retryCanHelp() {
    return retryCanHelp;
  }
}
