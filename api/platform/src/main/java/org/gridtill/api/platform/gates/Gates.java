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
}
