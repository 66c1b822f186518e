package org.gridtill.adapter.sg186;

import org.gridtill.api.adapter.TransactionKind;

/** The kinds of transactions, in the contract's words and in the platform's. */
final class Kinds {

  private Kinds() {}

  /**
   * Returns the platform's kind; fails for a reversal, which is no transaction of its own there.
   */
  static TransactionKind of(org.gridtill.adapter.sg186.contract.types.TransactionKind kind)
      throws UnclearAnswerException {
    return switch (Answers.present(kind, "kind")) {
      case PAYMENT -> TransactionKind.BILL_PAYMENT;
      case PREPAYMENT -> TransactionKind.PREPAYMENT;
      case CARD_OPENING -> TransactionKind.CARD_OPENING;
      case CARD_RECHARGE -> TransactionKind.CARD_RECHARGE;
      case REMOTE_RECHARGE -> TransactionKind.REMOTE_RECHARGE;
      case CARD_REPLACEMENT -> TransactionKind.CARD_REPLACEMENT;
      case CARD_REWRITE -> TransactionKind.CARD_REWRITE;
      case CARD_CLEARING -> TransactionKind.CARD_CLEARING;
      case REVERSAL -> throw new UnclearAnswerException("the answer is about a reversal");
    };
  }
}
