package org.gridtill.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;

/** Who stands above whom, as it was at one moment. */
final class HolderTree {

  private final Map<Holder, CreditLine> lines = new LinkedHashMap<>();

  /** Takes all lines of the credit service. */
  HolderTree(List<CreditLine> all) {
    all.forEach(line -> lines.put(line.holder(), line));
  }

  /** Returns the line of a holder that is there. */
  CreditLine line(Holder holder) {
    return lines.get(holder);
  }

  /** Returns everybody above a holder, upwards. */
  List<CreditLine> above(CreditLine line) {
    List<CreditLine> above = new ArrayList<>();
    CreditLine next = parent(line);
    while (next != null) {
      above.add(next);
      next = parent(next);
    }
    return above;
  }

  private CreditLine parent(CreditLine line) {
    if (line.holder().isCollector()) {
      return lines.get(line.holder().agency());
    }
    return line.parentCode() == null ? null : lines.get(Holder.agency(line.parentCode()));
  }

  /** Returns the collectors and agencies directly below a holder. */
  List<CreditLine> below(CreditLine line) {
    return lines.values().stream().filter(other -> parent(other) == line).toList();
  }

  /** Says whether a holder may take money, how much of it, and if not, at whom it fails. */
  String mayTake(CreditLine line) {
    List<CreditLine> chain = above(line);
    chain.add(0, line);
    return chain.stream()
        .filter(each -> each.state() != HolderState.ACTIVE)
        .findFirst()
        .map(each -> "no, " + each.holder() + " is " + each.state())
        .orElseGet(() -> upTo(chain));
  }

  private static String upTo(List<CreditLine> chain) {
    CreditLine least = Collections.min(chain, Comparator.comparing(CreditLine::available));
    return least.available().isPositive()
        ? "yes, up to " + least.available()
        : "no, the limit of " + least.holder() + " is reached";
  }
}
