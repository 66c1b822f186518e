package org.gridtill.api.platform.gates;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Opens gates, and tells how the adapters behind them do. Safe for use by several threads. */
@ProviderType
public interface Gates {

  /**
   * Opens a gate. Whoever opens it closes it.
   *
   * @param options what adapters it is for, and its limits
   * @throws IllegalArgumentException if a limit makes no sense
   */
  <S> Gate<S> open(GateOptions<S> options);

  /** Returns every adapter behind a gate, and every gate that has none, sorted by gate. */
  List<GateStatus> status();

  /**
   * Says in one sentence why a bundle offers no adapter that serves: what is missing and which
   * feature supplies it, whom nobody trusts, what it throws. Asks it to start once more, if it is
   * meant to run.
   *
   * @param bundleId the framework's number of it
   */
  String diagnosis(long bundleId);

  /**
   * Notes something about an adapter's bundle that operations read with its status, until it serves
   * another version.
   *
   * @param bundleId the framework's number of it
   * @param words such as {@code version 1.1.0 was refused: missing package org.acme.codec}; empty
   *     to take back what was noted before
   */
  void note(long bundleId, String words);
}
