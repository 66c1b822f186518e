package org.gridtill.api.platform.gates;

/**
 * The call was certainly not made: there is no adapter, too many calls are under way, or the
 * adapter has failed so often that it is left alone for a while.
 */
public final class AdapterUnavailableException extends AdapterException {

  private static final long serialVersionUID = 1L;

  /** With a sentence that says which of these it is. */
  public AdapterUnavailableException(String message) {
    super(message, null);
  }
}
