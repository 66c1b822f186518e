package org.gridtill.api.platform.approvals;

import java.time.Instant;
import java.util.List;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Acts of administrators that need a second one. One asks, another approves, once, within a time;
 * what is done is exactly what was asked for. As long as there is no other administrator who has
 * ever logged in, nobody can be asked, and the first one acts alone: {@link #isNeeded} tells. Safe
 * for use by several threads and nodes.
 *
 * <p>All methods throw {@link IllegalArgumentException} if there is no such request or an argument
 * is wrong, and {@link IllegalStateException} if a rule forbids it, with a sentence that says what.
 */
@ProviderType
public interface Approvals {

  /**
   * What whoever asks is told.
   *
   * @param number the request's
   * @param expiresAt until when it may be approved
   * @param firstHalf of the one-time password, kept nowhere; null if the act makes none
   */
  record Asked(long number, Instant expiresAt, String firstHalf) {}

  /**
   * What whoever approves is told.
   *
   * @param request as it is now
   * @param secondHalf of the one-time password; null if the act makes none
   * @param verdicts on the bundles that a vendor has signed
   */
  record Approved(Request request, String secondHalf, List<BundleVerdict> verdicts) {

    /** Copies the list. */
    public Approved {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** Tells whether a person needs another one for an act. */
  boolean isNeeded(Act act, Caller by);

  /**
   * Asks for an act that needs another person.
   *
   * @throws IllegalStateException if it needs none, or is asked for already
   */
  Asked ask(Act act, Caller by);

  /**
   * Approves a request and has it done before this returns.
   *
   * @param confirmation {@link Act#confirmation()}, so that it cannot be another request
   * @throws IllegalStateException if the same person has asked for it, if it waits no more, if who
   *     has asked is no administrator any more, or if the person it is about has changed since
   */
  Approved approve(long number, String confirmation, Caller by);

  /** Refuses a request, or takes one's own back. */
  Request refuse(long number, Caller by);

  /** Returns the latest requests, the latest first, at most 100. */
  List<Request> list();
}
