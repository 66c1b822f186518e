package org.gridtill.api.platform.gates;

/** The call was made, did not end in time, and was interrupted. Its outcome is unknown. */
public final class AdapterTimeoutException extends AdapterException {

  private static final long serialVersionUID = 1L;

  /** With a sentence that says how long was waited. */
  public AdapterTimeoutException(String message) {
    super(message, null);
  }
}
