package org.gridtill.trust;

/** A jar is not signed as it should be; the message is the end of a sentence that says why. */
final class NotSignedException extends Exception {

  private static final long serialVersionUID = 1;

  NotSignedException(String message) {
    super(message);
  }

  NotSignedException(String message, Throwable cause) {
    super(message, cause);
  }
}
