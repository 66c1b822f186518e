package org.gridtill.api.platform.credit;

/** Whether a holder may take money. */
public enum HolderState {
  /** It may. */
  ACTIVE,
  /** It may not, until somebody resumes it. */
  SUSPENDED,
  /** It may not, until its late remittance has arrived or somebody resumes it. */
  SUSPENDED_LATE,
  /** It may not any more, and has money to remit or to get back. */
  CLOSING,
  /** It may not any more, and owes nothing. */
  CLOSED
}
