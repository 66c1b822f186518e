package org.gridtill.simulator.sg186.ledger;

/** A serial number was used before, for a call with another content. */
public final class DuplicateSerialException extends Exception {

  private static final long serialVersionUID = 1L;

  DuplicateSerialException(String serialNo) {
    super("serial number " + serialNo + " was used before with another content");
  }
}
