package org.gridtill.gateway;

import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.gates.AdapterInfo;

/**
 * What a version of an adapter made of a frame: a request, or one of two reasons why there is none.
 *
 * @param session what it saw of the platform; each attempt has one of its own, so that a version
 *     that forgets to check the message's code is not helped by another that did
 * @param by who it was; null if nobody was there to be asked
 * @param refusal the terminal's fault
 * @param failure the adapter's fault
 * @param gone whether it was read by a version that is no longer there, only to be refused
 */
record Attempt(
    FrameSession session,
    AdapterInfo by,
    Request request,
    FrameException refusal,
    AdapterFailure failure,
    boolean gone) {

  boolean isUnderstood() {
    return request != null;
  }

  /** Tells whether another version may understand the frame, or may be there for it. */
  boolean leavesHope() {
    return !isUnderstood()
        && (refusal == null || refusal.kind() != FrameException.Kind.NOT_AUTHENTIC);
  }

  /** Returns it if there is a request, and else ends its session and says why there is none. */
  Attempt orThrow() throws FrameException, AdapterFailure {
    if (isUnderstood()) {
      return this;
    }
    session.end();
    if (refusal != null) {
      throw refusal;
    }
    throw failure;
  }

  /** Returns why there is no request, for logs. */
  String trouble() {
    return refusal == null ? failure.getMessage() : refusal.getMessage();
  }
}
