package org.gridtill.api.platform.accounts;

/** What an entry of the journal records. */
public enum EntryKind {
  /** A confirmed transaction, by its serial number. */
  SALE,
  /** An undone transaction, by the reversal's serial number; mirrors the sale. */
  REVERSAL,
  /** Money whose transaction is in doubt, by the transaction's serial number. */
  DOUBT,
  /** The end of the doubt, by the transaction's serial number; mirrors the doubt. */
  DOUBT_ENDED,
  /** Money that came to or left the bank, by the number of the bank movement. */
  BANK,
  /** A fund batch whose money has arrived, by the batch's number: its collectors owe it no more. */
  REMITTANCE
}
