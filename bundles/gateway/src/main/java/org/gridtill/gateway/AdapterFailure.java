package org.gridtill.gateway;

/** The adapter is away, too slow, or broke its contract. */
final class AdapterFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final Fault fault;

  AdapterFailure(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
