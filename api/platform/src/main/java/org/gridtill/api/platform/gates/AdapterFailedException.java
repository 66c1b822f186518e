package org.gridtill.api.platform.gates;

/** The adapter threw something. What it had done until then is unknown. */
public final class AdapterFailedException extends AdapterException {

  private static final long serialVersionUID = 1L;

  /** With what the adapter threw. */
  public AdapterFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
