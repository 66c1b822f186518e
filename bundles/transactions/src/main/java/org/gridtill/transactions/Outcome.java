package org.gridtill.transactions;

import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.terminal.Refusal;

/**
 * What comes with an event.
 *
 * @param confirmation what was confirmed; null unless a transaction was
 * @param refusal why it was refused, for the terminal; null if it was not
 * @param reason the same in words, for operations
 */
record Outcome(BillingConfirmation confirmation, Refusal refusal, String reason) {

  static final Outcome NONE = new Outcome(null, null, null);

  static Outcome confirmed(BillingConfirmation confirmation) {
    return new Outcome(confirmation, null, null);
  }

  static Outcome declined(BillingResult.Declined<?> declined) {
    return new Outcome(null, refusal(declined.reason()), words(declined));
  }

  static Outcome unclear(String text) {
    return new Outcome(null, null, text);
  }

  static String words(BillingResult.Declined<?> declined) {
    return declined.code().isEmpty() ? declined.text() : declined.code() + " " + declined.text();
  }

  static Refusal refusal(DeclineReason reason) {
    return switch (reason) {
      case UNREACHABLE, TEMPORARILY_CLOSED -> Refusal.BILLING_UNAVAILABLE;
      case UNKNOWN_CONSUMER -> Refusal.UNKNOWN_CONSUMER;
      case NOTHING_DUE -> Refusal.NOTHING_DUE;
      case AMOUNT_NOT_DUE -> Refusal.AMOUNT_NOT_DUE;
      case PARTIAL_NOT_ALLOWED -> Refusal.PARTIAL_NOT_ALLOWED;
      case PREPAYMENT_NOT_ALLOWED -> Refusal.PREPAYMENT_NOT_ALLOWED;
      case PURCHASE_OUT_OF_RANGE -> Refusal.PURCHASE_OUT_OF_RANGE;
      case ARREARS_FIRST -> Refusal.ARREARS_FIRST;
      case WRONG_CARD -> Refusal.WRONG_CARD;
      case CARD_NOT_INSERTED -> Refusal.CARD_NOT_INSERTED;
      case PURCHASE_COUNT_DIFFERS -> Refusal.PURCHASE_COUNT_DIFFERS;
      case METER_TOOK_CREDIT -> Refusal.METER_TOOK_CREDIT;
      case CARD_NOT_CLEARED -> Refusal.CARD_NOT_CLEARED;
      case ALREADY_REVERSED -> Refusal.BLOCKED_BY_REVERSAL;
      case PREPAYMENT_USED, DAY_OVER, REMITTED, INVOICE_ISSUED -> Refusal.NOT_REVERSIBLE;
      case NOT_ALLOWED, DUPLICATE_SERIAL, OTHER -> Refusal.BILLING_REFUSED;
    };
  }
}
