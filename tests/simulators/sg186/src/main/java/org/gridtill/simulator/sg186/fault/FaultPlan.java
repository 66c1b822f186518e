package org.gridtill.simulator.sg186.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The faults still to come, in the order they were asked for. Safe for use by many threads. */
public final class FaultPlan {

  private final List<Planned> planned = new ArrayList<>();
  private volatile boolean empty = true;

  /** Adds a fault. */
  public synchronized void add(Fault fault) {
    planned.add(new Planned(fault));
    empty = false;
  }

  /** Forgets all faults. */
  public synchronized void clear() {
    planned.clear();
    empty = true;
  }

  /** Returns what goes wrong with this call, and counts it. */
  public Effects take(String operation) {
    return empty ? Effects.NONE : takePlanned(operation);
  }

  /** Returns the faults still to come, each with the number of calls left; 0 for all. */
  public synchronized List<Fault> pending() {
    List<Fault> result = new ArrayList<>();
    for (Planned plan : planned) {
      Fault fault = plan.fault;
      result.add(
          new Fault(fault.kind(), fault.operation(), plan.left, fault.millis(), fault.code()));
    }
    return result;
  }

  private synchronized Effects takePlanned(String operation) {
    Effects effects = new Effects();
    for (Iterator<Planned> i = planned.iterator(); i.hasNext(); ) {
      Planned plan = i.next();
      // Of two faults of one kind, the second waits until the first is used up.
      if (plan.fault.concerns(operation) && !effects.has(plan.fault.kind())) {
        effects.add(plan.fault);
        if (plan.left > 0 && --plan.left == 0) {
          i.remove();
        }
      }
    }
    empty = planned.isEmpty();
    return effects;
  }

  private static final class Planned {

    private final Fault fault;
    private int left;

    Planned(Fault fault) {
      this.fault = fault;
      this.left = fault.calls();
    }
  }
}
