package org.gridtill.simulator.sg186.ledger;

/**
 * Something that happened and is no transaction.
 *
 * @param kind what
 * @param subject to what: a serial number, a consumer or a day
 * @param value the rest; may be empty
 */
public record Note(Kind kind, String subject, String value) implements Event {

  /** What can happen. */
  public enum Kind {
    /** A terminal told what became of the card of a sale; the value is the outcome. */
    CARD_REPORT,
    /** A meter answered to a sale that was sent to it; the value is the outcome. */
    METER_ANSWER,
    /** A prepaid balance was used; the value is how much, in fen. */
    BALANCE_USED,
    /** An accounting day was closed, with all before it. */
    DAY_CLOSED
  }
}
