package org.gridtill.adapter.sg186;

/** An answer that does not say what happened, or says it in a way that cannot be trusted. */
final class UnclearAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  UnclearAnswerException(String message) {
    super(message);
  }
}
