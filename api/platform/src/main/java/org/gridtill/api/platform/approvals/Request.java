package org.gridtill.api.platform.approvals;

import java.time.Instant;

/**
 * What somebody has asked for.
 *
 * @param number by which it is approved
 * @param act what is going to be done
 * @param state how far it is
 * @param requestedBy who has asked for it
 * @param expiresAt until when it may be approved
 * @param decidedBy who has approved or refused it, or null
 */
public record Request(
    long number,
    Act act,
    State state,
    String requestedBy,
    Instant requestedAt,
    Instant expiresAt,
    String decidedBy) {

  /** How far a request is. */
  public enum State {
    /** It waits for another person. */
    REQUESTED,
    /**
     * It is approved, and is being done; again at the next start, if the platform ends meanwhile.
     */
    APPROVED,
    /** It is done. */
    DONE,
    /** Somebody has refused it, or taken it back. */
    REFUSED,
    /** Nobody has approved it in time. */
    EXPIRED,
    /** It was approved, and could not be done. */
    FAILED
  }
}
