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
  /** The original was reversed or blocked before. */
  ALREADY_REVERSED,
  /** A rule forbids it: another day, another agency, remitted already. */
  NOT_ALLOWED,
  /** The serial number was used before for something else: a bug or a mix-up of installations. */
  DUPLICATE_SERIAL,
  /** It is closed for now, as at its day-end, and did nothing. */
  TEMPORARILY_CLOSED,
  /** Another reason, which code and text give. */
  OTHER
}
