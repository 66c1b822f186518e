package org.gridtill.api.platform.transactions;

/**
 * The rules of reversal (冲正), in the order in which they are looked at: the first that forbids a
 * reversal is the one that is named. Where the billing system keeps the same rule, its own word
 * counts in the end.
 */
public enum ReversalRule {
  /** Only what is done can be undone. */
  COMPLETED("only a completed transaction can be reversed"),
  /** What moved no money is not reversed; what it did to a card is undone by reversing the sale. */
  TAKES_MONEY("it moved no money"),
  /** The agency that collected reverses, nobody else. */
  SAME_AGENCY("another agency collected it"),
  /** The collector who collected reverses, nobody else. */
  SAME_COLLECTOR("another collector collected it"),
  /** The whole or nothing. */
  FULL_AMOUNT("only the full amount can be reversed"),
  /** Not after the accounting day. */
  SAME_ACCOUNTING_DAY("its accounting day is over"),
  /** Not after the money was handed to the utility. */
  NOT_REMITTED("the money is remitted"),
  /** Not while an invoice of it is out. */
  INVOICE_NOT_ISSUED("an invoice was issued and is not voided"),
  /** Not once the meter has taken the credit. */
  METER_NOT_CREDITED("the meter has taken the credit"),
  /** Not while credit is on its way to the meter over the air. */
  METER_ANSWERED("the credit is on its way to the meter"),
  /** Not while the sale is, or may be, on the card. */
  CARD_CLEARED("the sale is or may be on the card"),
  /** Not more in a day than the limit in number. */
  DAILY_COUNT("the day's limit of reversals in number is reached"),
  /** Not more in a day than the limit in money. */
  DAILY_AMOUNT("the day's limit of reversals in money is reached"),
  /** Above a threshold a second person must authorize. */
  SECOND_PERSON("a second person must authorize it");

  private final String words;

  ReversalRule(String words) {
    this.words = words;
  }

  /** Returns what the rule says when it forbids a reversal. */
  public String words() {
    return words;
  }
}
