package org.gridtill.adapter.sg186.http;

import java.io.IOException;

/**
 * A call failed, and it is certain that the other side did not get it: its body was never given to
 * a connection and never will be.
 */
public final class NotSentException extends IOException {

  private static final long serialVersionUID = 1L;

  NotSentException(String message, Throwable cause) {
    super(message, cause);
  }
}
