package org.gridtill.gateway;

import java.util.List;
import java.util.function.Supplier;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.Route;

/**
 * Has frames read by the version of the adapter that is meant for their terminal, while two serve.
 * Whose frame it is shows only when it has been read. So it goes first to the version of the
 * terminal that the connection had last; if it turns out to be meant for the other one, or if the
 * first makes nothing of it, the other one reads it as well. Nothing is done by then, since reading
 * is all that an adapter does. Safe for use by several threads.
 */
final class Reading {

  private final AdapterLine adapter;
  private final FaultLog log;

  Reading(AdapterLine adapter, FaultLog log) {
    this.adapter = adapter;
    this.log = log;
  }

  /**
   * Reads a frame.
   *
   * @param sessions makes a session for each attempt; that of the result is the caller's to end
   */
  Attempt read(byte[] frame, Peer peer, Supplier<FrameSession> sessions)
      throws FrameException, AdapterFailure {
    Attempt read = readByBest(frame, peer, sessions).orThrow();
    peer.seen(read.request().origin().terminalCode());
    return read;
  }

  private Attempt readByBest(byte[] frame, Peer peer, Supplier<FrameSession> sessions) {
    Attempt first = adapter.decode(frame, Route.of(peer.terminalCode()), sessions.get());
    List<AdapterInfo> serving = adapter.serving();
    if (serving.size() < 2 || first.by() == null || !serving.contains(first.by())) {
      return first;
    }
    AdapterInfo other = serving.get(serving.get(0).equals(first.by()) ? 1 : 0);
    if (first.isUnderstood() ? !isMeant(other, first) : !first.leavesHope()) {
      return first;
    }
    Route route = Route.of(peer.terminalCode()).through(other);
    return better(first, adapter.decode(frame, route, sessions.get()), peer);
  }

  private boolean isMeant(AdapterInfo version, Attempt attempt) {
    return adapter
        .serves(attempt.request().origin().terminalCode())
        .filter(version::equals)
        .isPresent();
  }

  /** A terminal is served by whoever understands it, so that a version on trial costs no sale. */
  private Attempt better(Attempt first, Attempt second, Peer peer) {
    Attempt better = second.isUnderstood() || isWorse(first, second) ? second : first;
    Attempt other = better == first ? second : first;
    other.session().end();
    if (better.isUnderstood() && !other.isUnderstood()) {
      tellOf(other, better, peer);
    }
    return better;
  }

  /** Of two that made nothing of a frame, the one that answers it in its protocol counts. */
  private static boolean isWorse(Attempt first, Attempt second) {
    return !first.isUnderstood() && first.refusal() == null && second.refusal() != null;
  }

  /** A version that was not meant for the terminal need not understand it. */
  private void tellOf(Attempt failed, Attempt served, Peer peer) {
    if (failed.refusal() == null) {
      AdapterFailure failure = failed.failure();
      log.fault(failure.fault(), peer.address(), failure.getMessage(), failure.getCause());
    } else if (isMeant(failed.by(), served)) {
      log.fault(
          Fault.OTHER_VERSION,
          peer.address(),
          "terminal "
              + served.request().origin().terminalCode()
              + " is meant for "
              + failed.by()
              + ", which says '"
              + failed.trouble()
              + "', and served by "
              + served.by());
    }
  }
}
