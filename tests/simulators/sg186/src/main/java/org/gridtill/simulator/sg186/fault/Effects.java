package org.gridtill.simulator.sg186.fault;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/** All that goes wrong with one call. */
public final class Effects {

  /** Nothing goes wrong. */
  public static final Effects NONE = new Effects();

  private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);

  void add(Fault fault) {
    faults.putIfAbsent(fault.kind(), fault);
  }

  /** Tells whether this goes wrong. */
  public boolean has(FaultKind kind) {
    return faults.containsKey(kind);
  }

  /** Returns how long to wait, in milliseconds. */
  public long millis(FaultKind delay) {
    return has(delay) ? faults.get(delay).millis() : 0;
  }

  /** Returns what to refuse the call with. */
  public Optional<ResultCode> refusal() {
    if (has(FaultKind.DAY_END)) {
      return Optional.of(ResultCode.DAY_END);
    }
    return has(FaultKind.REFUSE) ? faults.get(FaultKind.REFUSE).code() : Optional.empty();
  }
}
