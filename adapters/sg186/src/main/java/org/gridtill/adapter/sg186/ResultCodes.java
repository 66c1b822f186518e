package org.gridtill.adapter.sg186;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.gridtill.adapter.sg186.contract.types.ResultCode;
import org.gridtill.api.adapter.billing.DeclineReason;

/** What each result code means to the platform. */
final class ResultCodes {

  /** The codes that say: nothing was done. A code that is not here does not say so. */
  private static final Map<ResultCode, DeclineReason> REFUSALS =
      Map.ofEntries(
          entry(ResultCode.FAILED, DeclineReason.OTHER),
          entry(ResultCode.NO_SUCH_CONSUMER, DeclineReason.UNKNOWN_CONSUMER),
          entry(ResultCode.REVERSAL_OF_ANOTHER_CONSUMER, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.BAD_REQUEST, DeclineReason.OTHER),
          entry(ResultCode.ACCOUNT_CLOSED, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.IN_BANK_TRANSFER, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.NOT_ON_ANOTHER_DAY, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.DAY_END, DeclineReason.TEMPORARILY_CLOSED),
          entry(ResultCode.PREPAYMENT_REFUSED, DeclineReason.AMOUNT_NOT_DUE),
          entry(ResultCode.CARD_METER, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.NOT_BILLED_YET, DeclineReason.NOTHING_DUE),
          entry(ResultCode.BEING_BILLED, DeclineReason.TEMPORARILY_CLOSED),
          entry(ResultCode.NOTHING_DUE, DeclineReason.NOTHING_DUE),
          entry(ResultCode.CHANNEL_NOT_ALLOWED, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.OVER_LIMIT, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.ANOTHER_AGENCY, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.ALREADY_REVERSED, DeclineReason.ALREADY_REVERSED),
          entry(ResultCode.REVERSAL_AMOUNT_DIFFERS, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.ALREADY_COLLECTED, DeclineReason.NOTHING_DUE),
          entry(ResultCode.FUND_BATCH_NOT_REMITTED, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.UNDERPAID, DeclineReason.AMOUNT_NOT_DUE),
          entry(ResultCode.ANOTHER_AREA, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.ALREADY_REMITTED, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.NO_REVERSAL_AFTER_REMITTANCE, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.PREPAYMENT_USED, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.INVOICE_PRINTED, DeclineReason.NOT_ALLOWED));

  /**
   * The refusals of a reversal that prove that the payment is known: made, and standing or undone.
   */
  private static final Set<ResultCode> ABOUT_A_KNOWN_PAYMENT =
      Set.of(
          ResultCode.REVERSAL_OF_ANOTHER_CONSUMER,
          ResultCode.NOT_ON_ANOTHER_DAY,
          ResultCode.ANOTHER_AGENCY,
          ResultCode.ALREADY_REVERSED,
          ResultCode.REVERSAL_AMOUNT_DIFFERS,
          ResultCode.ALREADY_REMITTED,
          ResultCode.NO_REVERSAL_AFTER_REMITTANCE,
          ResultCode.PREPAYMENT_USED,
          ResultCode.INVOICE_PRINTED);

  private ResultCodes() {}

  /** Tells whether the code says that a payment or a query was refused and nothing was done. */
  static boolean refusesPayment(ResultCode code) {
    return REFUSALS.containsKey(code);
  }

  /**
   * Tells whether the code says that a reversal was refused for good. A refusal for the moment does
   * not tell whether there is a payment to reverse.
   */
  static boolean refusesReversal(ResultCode code) {
    return ABOUT_A_KNOWN_PAYMENT.contains(code);
  }

  /** Returns the reason that the code gives for a refusal that is certain for another reason. */
  static DeclineReason reason(ResultCode code) {
    return REFUSALS.getOrDefault(code, DeclineReason.OTHER);
  }
}
