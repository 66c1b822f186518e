package org.gridtill.api.platform.gates;

/** Why a call of an adapter gave no result. */
public abstract sealed class AdapterException extends Exception
    permits AdapterUnavailableException, AdapterTimeoutException, AdapterFailedException {

  private static final long serialVersionUID = 1L;

  AdapterException(String message, Throwable cause) {
    super(message, cause);
  }
}
