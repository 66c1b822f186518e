package org.gridtill.api.platform.terminals;

/** Those that look before money moves; a refusal names the one that refused. */
public enum Guard {
  /** Is it the registered terminal, and may it work? Its key proves it. */
  DEVICE,
  /** Is the connection's certificate the terminal's own, if its kind must show one? */
  CERTIFICATE,
  /** Is it a registered collector's identity card, known on this terminal, and its holder? */
  CARD,
  /** Is it the SIM that was approved for this terminal and card? */
  SIM
}
