package org.gridtill.api.platform.notifications;

/**
 * What can be told. Each kind has a template in each language, with the named number of
 * placeholders.
 */
public enum NoticeKind {
  /** A share of the limit is used: agency, percentage, used, limit. */
  CREDIT_LEVEL(4, false),
  /** A limit was changed: holder, old limit, new limit, requested by, authorized by. */
  LIMIT_CHANGED(5, false),
  /** A holder was suspended: holder, reason. */
  SUSPENDED(2, true),
  /** A holder may take money again: holder. */
  RESUMED(1, true),
  /** Own money has come: agency, amount, what is left of it. */
  OWN_MONEY_ARRIVED(3, false),
  /** A fund batch has arrived: agency, batch, amount. */
  REMITTANCE_ARRIVED(3, false),
  /** Less than is due has arrived: agency, batch, due, missing. */
  REMITTANCE_SHORT(4, false),
  /** Remittance is late: agency, accounting day. */
  REMITTANCE_LATE(2, true),
  /** A transaction was reversed: agency, serial number, consumer number, amount. */
  REVERSED(4, false),
  /** The bank tells of money that nobody can explain: bank reference, amount. */
  BANK_UNMATCHED(2, false),
  /** The books are wrong: the check, what it has found. */
  BOOKS_WRONG(2, true);

  private final int placeholders;
  private final boolean urgent;

  NoticeKind(int placeholders, boolean urgent) {
    this.placeholders = placeholders;
    this.urgent = urgent;
  }

  /** Returns how many values the template needs. */
  public int placeholders() {
    return placeholders;
  }

  /** Tells whether it is sent in quiet hours, too. */
  public boolean urgent() {
    return urgent;
  }
}
