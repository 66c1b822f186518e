package org.gridtill.adapter.sg186;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.gridtill.adapter.sg186.contract.types.ResultCode;
import org.gridtill.api.adapter.TransactionKind;
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
          entry(ResultCode.NOT_ON_ANOTHER_DAY, DeclineReason.DAY_OVER),
          entry(ResultCode.DEBIT_UNDER_WAY, DeclineReason.PREPAYMENT_NOT_ALLOWED),
          entry(ResultCode.SEVERAL_CONSUMERS, DeclineReason.PREPAYMENT_NOT_ALLOWED),
          entry(ResultCode.DAY_END, DeclineReason.TEMPORARILY_CLOSED),
          entry(ResultCode.PARTIAL_NOT_ALLOWED, DeclineReason.PARTIAL_NOT_ALLOWED),
          entry(ResultCode.PREPAYMENT_REFUSED, DeclineReason.PREPAYMENT_NOT_ALLOWED),
          entry(ResultCode.CARD_METER, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.NOT_BILLED_YET, DeclineReason.NOTHING_DUE),
          entry(ResultCode.BEING_BILLED, DeclineReason.TEMPORARILY_CLOSED),
          entry(ResultCode.NOTHING_DUE, DeclineReason.NOTHING_DUE),
          entry(ResultCode.BUY_CREDIT_INSTEAD, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.CHANNEL_NOT_ALLOWED, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.OVER_LIMIT, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.ANOTHER_AGENCY, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.ALREADY_REVERSED, DeclineReason.ALREADY_REVERSED),
          entry(ResultCode.REVERSAL_AMOUNT_DIFFERS, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.ALREADY_COLLECTED, DeclineReason.NOTHING_DUE),
          entry(ResultCode.FUND_BATCH_NOT_REMITTED, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.UNDERPAID, DeclineReason.AMOUNT_NOT_DUE),
          entry(ResultCode.ANOTHER_AREA, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.ALREADY_REMITTED, DeclineReason.REMITTED),
          entry(ResultCode.NO_REVERSAL_AFTER_REMITTANCE, DeclineReason.REMITTED),
          entry(ResultCode.PREPAYMENT_USED, DeclineReason.PREPAYMENT_USED),
          entry(ResultCode.INVOICE_PRINTED, DeclineReason.INVOICE_ISSUED),
          entry(ResultCode.LAST_SALE_NOT_WRITTEN, DeclineReason.PURCHASE_COUNT_DIFFERS),
          entry(ResultCode.BLANK_CARD, DeclineReason.WRONG_CARD),
          entry(ResultCode.CARD_NOT_INSERTED, DeclineReason.CARD_NOT_INSERTED),
          entry(ResultCode.PURCHASE_COUNT_DIFFERS, DeclineReason.PURCHASE_COUNT_DIFFERS),
          entry(ResultCode.NEW_CARD_NOT_INSERTED, DeclineReason.CARD_NOT_INSERTED),
          entry(ResultCode.ARREARS_FIRST, DeclineReason.ARREARS_FIRST),
          entry(ResultCode.NOT_THE_LAST_SALE, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.TAKEN_BY_THE_METER, DeclineReason.METER_TOOK_CREDIT),
          entry(ResultCode.REPLACED_CARD, DeclineReason.WRONG_CARD),
          entry(ResultCode.NO_SUCH_CARD_SALE, DeclineReason.OTHER),
          entry(ResultCode.CARD_DOES_NOT_FIT_SALE, DeclineReason.PURCHASE_COUNT_DIFFERS),
          entry(ResultCode.PURCHASE_OUT_OF_RANGE, DeclineReason.PURCHASE_OUT_OF_RANGE),
          entry(ResultCode.CARD_OF_ANOTHER, DeclineReason.WRONG_CARD),
          entry(ResultCode.CARD_NOT_BLANK, DeclineReason.WRONG_CARD),
          entry(ResultCode.METER_TOOK_CREDIT, DeclineReason.METER_TOOK_CREDIT),
          entry(ResultCode.CARD_NOT_CLEARED, DeclineReason.CARD_NOT_CLEARED),
          entry(ResultCode.NO_SUCH_METER, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.ALREADY_OPEN, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.NOT_OPEN, DeclineReason.NOT_ALLOWED),
          entry(ResultCode.PURCHASE_UNDER_WAY, DeclineReason.NOT_ALLOWED));

  /**
   * The refusals of a reversal that prove that the original is known: done, and standing or undone.
   */
  private static final Set<ResultCode> ABOUT_A_KNOWN_ORIGINAL =
      Set.of(
          ResultCode.REVERSAL_OF_ANOTHER_CONSUMER,
          ResultCode.NOT_ON_ANOTHER_DAY,
          ResultCode.ANOTHER_AGENCY,
          ResultCode.ALREADY_REVERSED,
          ResultCode.REVERSAL_AMOUNT_DIFFERS,
          ResultCode.ALREADY_REMITTED,
          ResultCode.NO_REVERSAL_AFTER_REMITTANCE,
          ResultCode.PREPAYMENT_USED,
          ResultCode.INVOICE_PRINTED,
          ResultCode.METER_TOOK_CREDIT,
          ResultCode.CARD_NOT_CLEARED);

  /** The refusals of a card report that another attempt would get again. */
  private static final Set<ResultCode> ABOUT_A_CARD_REPORT =
      Set.of(
          ResultCode.NO_SUCH_CONSUMER,
          ResultCode.BAD_REQUEST,
          ResultCode.ANOTHER_AGENCY,
          ResultCode.ALREADY_REVERSED,
          ResultCode.NO_SUCH_CARD_SALE);

  private ResultCodes() {}

  /** Tells whether the code says that an order or a query was refused and nothing was done. */
  static boolean refusesOrder(ResultCode code) {
    return REFUSALS.containsKey(code);
  }

  /**
   * Tells whether the code says that a reversal was refused for good. A refusal for the moment does
   * not tell whether there is something to reverse.
   */
  static boolean refusesReversal(ResultCode code) {
    return ABOUT_A_KNOWN_ORIGINAL.contains(code);
  }

  /** Tells whether the code says that a card report will never be taken. */
  static boolean refusesReport(ResultCode code) {
    return ABOUT_A_CARD_REPORT.contains(code);
  }

  /** Returns the reason that the code gives for a refusal that is certain for another reason. */
  static DeclineReason reason(ResultCode code) {
    return REFUSALS.getOrDefault(code, DeclineReason.OTHER);
  }

  /**
   * Returns the reason that the code gives for refusing an order of that kind: to one who pays
   * bills, a prepayment that is refused is an amount that is too much.
   */
  static DeclineReason reason(ResultCode code, TransactionKind kind) {
    return code == ResultCode.PREPAYMENT_REFUSED && kind == TransactionKind.BILL_PAYMENT
        ? DeclineReason.AMOUNT_NOT_DUE
        : reason(code);
  }
}
