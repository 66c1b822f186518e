package org.gridtill.adapter.pos;

import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;

/** The response code (field 39): what came of a request. */
enum ResponseCode {
  /** Done. */
  DONE("00"),
  /** A second person must authorize this. */
  AUTHORIZATION_REQUIRED("01"),
  /** The terminal belongs to another agency. */
  WRONG_AGENCY("03"),
  /** The billing system refuses; or the transaction asked for was refused. */
  REFUSED("05"),
  /** The outcome is not known yet. */
  IN_DOUBT("09"),
  /** No such service. */
  UNSUPPORTED("12"),
  /** The amount is not what is due. */
  WRONG_AMOUNT("13"),
  /** No such consumer. */
  UNKNOWN_CONSUMER("14"),
  /** The payment was undone, or blocked before it came. */
  REVERSED("17"),
  /** The payment cannot be undone any more. */
  NOT_REVERSIBLE("21"),
  /** No such transaction. */
  NOT_FOUND("25"),
  /** A field is missing, too much, or has a wrong form. */
  FORMAT_ERROR("30"),
  /** The PIN of the identity card is wrong. */
  WRONG_PIN("55"),
  /** No such collector. */
  UNKNOWN_COLLECTOR("56"),
  /** The agency or the collector may not take money. */
  AGENCY_SUSPENDED("57"),
  /** The terminal may not work. */
  TERMINAL_BLOCKED("58"),
  /** A credit limit would be exceeded. */
  CREDIT_EXHAUSTED("61"),
  /** The amount is not that of the payment to undo. */
  AMOUNT_DIFFERS("64"),
  /** The billing system cannot be reached. */
  BILLING_UNAVAILABLE("91"),
  /** The trace number was used in this batch with other content. */
  DUPLICATE("94"),
  /** The platform cannot work now. */
  SYSTEM_ERROR("96"),
  /** No such terminal. */
  UNKNOWN_TERMINAL("97"),
  /** The code that authenticates the message is wrong or missing, or there is no key for it. */
  NOT_AUTHENTIC("A0"),
  /** The sale is, or may be, on the card. */
  CARD_NOT_CLEARED("C1"),
  /** The card is not the one that this needs. */
  WRONG_CARD("C2"),
  /** The card's last purchase has not been inserted in the meter. */
  CARD_NOT_INSERTED("C3"),
  /** The card's purchase count is not the expected one. */
  PURCHASE_COUNT_DIFFERS("C4"),
  /** The meter has taken the credit. */
  METER_TOOK_CREDIT("C5"),
  /** A shift must be opened first. */
  CARD_REQUIRED("D1"),
  /** The identity card may not be used here, or did not prove itself. */
  CARD_REFUSED("D2"),
  /** The SIM may not be used here. */
  SIM_REFUSED("D3"),
  /** The connection's certificate is missing or another terminal's. */
  CERTIFICATE_REFUSED("D4"),
  /** Nothing is due. */
  NOTHING_DUE("N0"),
  /** This consumer's bills are paid in whole only. */
  PARTIAL_NOT_ALLOWED("N1"),
  /** A prepayment is refused. */
  PREPAYMENT_NOT_ALLOWED("N2"),
  /** A purchase is less or more than the meter may get. */
  PURCHASE_OUT_OF_RANGE("N3"),
  /** Arrears must be paid first. */
  ARREARS_FIRST("N4");

  private final String code;

  ResponseCode(String code) {
    this.code = code;
  }

  /** Returns the two characters of field 39. */
  String code() {
    return code;
  }

  /** Returns the code of a refusal; of one added to the platform later, that of a system error. */
  static ResponseCode of(Refusal refusal) {
    return switch (refusal) {
      case SYSTEM_ERROR -> SYSTEM_ERROR;
      case UNKNOWN_TERMINAL -> UNKNOWN_TERMINAL;
      case TERMINAL_BLOCKED -> TERMINAL_BLOCKED;
      case WRONG_AGENCY -> WRONG_AGENCY;
      case NOT_SIGNED_ON, BAD_MAC -> NOT_AUTHENTIC;
      case CARD_REQUIRED -> CARD_REQUIRED;
      case CARD_REFUSED -> CARD_REFUSED;
      case WRONG_PIN -> WRONG_PIN;
      case SIM_REFUSED -> SIM_REFUSED;
      case CERTIFICATE_REFUSED -> CERTIFICATE_REFUSED;
      case DUPLICATE_KEY -> DUPLICATE;
      case BLOCKED_BY_REVERSAL -> REVERSED;
      case UNKNOWN_TRANSACTION -> NOT_FOUND;
      case NOT_REVERSIBLE -> NOT_REVERSIBLE;
      case AMOUNT_DIFFERS -> AMOUNT_DIFFERS;
      case CARD_NOT_CLEARED -> CARD_NOT_CLEARED;
      case AUTHORIZATION_REQUIRED -> AUTHORIZATION_REQUIRED;
      case WRONG_CARD -> WRONG_CARD;
      case CARD_NOT_INSERTED -> CARD_NOT_INSERTED;
      case PURCHASE_COUNT_DIFFERS -> PURCHASE_COUNT_DIFFERS;
      case METER_TOOK_CREDIT -> METER_TOOK_CREDIT;
      case UNKNOWN_COLLECTOR -> UNKNOWN_COLLECTOR;
      case AGENCY_SUSPENDED -> AGENCY_SUSPENDED;
      case CREDIT_EXHAUSTED -> CREDIT_EXHAUSTED;
      case BILLING_UNAVAILABLE -> BILLING_UNAVAILABLE;
      case UNKNOWN_CONSUMER -> UNKNOWN_CONSUMER;
      case NOTHING_DUE -> NOTHING_DUE;
      case AMOUNT_NOT_DUE -> WRONG_AMOUNT;
      case PARTIAL_NOT_ALLOWED -> PARTIAL_NOT_ALLOWED;
      case PREPAYMENT_NOT_ALLOWED -> PREPAYMENT_NOT_ALLOWED;
      case PURCHASE_OUT_OF_RANGE -> PURCHASE_OUT_OF_RANGE;
      case ARREARS_FIRST -> ARREARS_FIRST;
      case BILLING_REFUSED -> REFUSED;
      default -> SYSTEM_ERROR;
    };
  }

  /** Returns the code for what became of the transaction that was asked for. */
  static ResponseCode of(Reply.TransactionFound.Status status) {
    return switch (status) {
      case COMPLETED -> DONE;
      case IN_DOUBT -> IN_DOUBT;
      case DECLINED -> REFUSED;
      case REVERSED -> REVERSED;
      case NOT_FOUND -> NOT_FOUND;
      default -> SYSTEM_ERROR;
    };
  }
}
