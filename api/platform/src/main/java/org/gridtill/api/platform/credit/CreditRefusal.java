package org.gridtill.api.platform.credit;

/**
 * Why money may not be taken.
 *
 * @param reason the reason
 * @param at the holder on the way up from who takes it that stands against it
 */
public record CreditRefusal(Reason reason, Holder at) {

  /** Why; where several hold for one holder, the one that stands first here is given. */
  public enum Reason {
    /** There is no such holder. */
    UNKNOWN("is not registered"),
    /** It may not take money any more. */
    CLOSED("is closed"),
    /** It may not take money now. */
    SUSPENDED("is suspended"),
    /** What it holds and what is under way would exceed the limit. */
    LIMIT("has reached the credit limit");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  /** Says it in a sentence without a full stop. */
  public String words() {
    return (at.isCollector() ? "collector " : "agency ") + at + ' ' + reason.words;
  }
}
