package org.gridtill.credit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.gridtill.store.credit.HolderRow;

/** Says whether the lines of a file fit to each other and to the agencies that are there. */
final class AgencyPlan {

  private final EntityManager em;
  private final Map<String, AgencyFile.Line> lines = new LinkedHashMap<>();
  private final List<BadLine> bad = new ArrayList<>();
  private final Map<String, List<String>> existing = new TreeMap<>();

  private AgencyPlan(EntityManager em) {
    this.em = em;
  }

  static AgencyPlan of(EntityManager em, List<AgencyFile.Line> lines) {
    AgencyPlan plan = new AgencyPlan(em);
    lines.forEach(plan::add);
    plan.lines.values().forEach(plan::judge);
    return plan;
  }

  private void add(AgencyFile.Line line) {
    AgencyFile.Line before = lines.putIfAbsent(line.holder().toString(), line);
    if (before != null) {
      bad(line, line.holder() + " stands in line " + before.number() + ", too");
    } else if (Holders.find(em, line.holder()).isPresent()) {
      bad(line, line.holder() + " exists");
    }
  }

  private void judge(AgencyFile.Line line) {
    int above = 0;
    Set<String> seen = new HashSet<>();
    String parent = line.parent();
    while (lines.containsKey(parent)) {
      if (!seen.add(parent)) {
        bad(line, line.holder() + " is below itself");
        return;
      }
      above++;
      parent = lines.get(parent).parent();
    }
    if (!parent.isEmpty()) {
      Optional<String> obstacle = obstacle(parent);
      if (obstacle.isPresent()) {
        bad(line, obstacle.get());
        return;
      }
      above += existing.get(parent).size();
    }
    if (above + (line.holder().isCollector() ? 0 : 1) > Agencies.MOST_LEVELS) {
      bad(line, "more than " + Agencies.MOST_LEVELS + " agencies would stand above one another");
    }
  }

  /** Tells why nobody can be added below an agency that is not in the file. */
  private Optional<String> obstacle(String parent) {
    Optional<HolderRow> row = Holders.find(em, Holder.agency(parent));
    if (row.isEmpty()) {
      return Optional.of("there is no agency " + parent);
    }
    HolderState state = HolderState.valueOf(row.get().state());
    if (state == HolderState.CLOSING || state == HolderState.CLOSED) {
      return Optional.of(parent + " is closed");
    }
    existing.computeIfAbsent(parent, known -> Chains.read(em, known));
    return Optional.empty();
  }

  private void bad(AgencyFile.Line line, String words) {
    bad.add(new BadLine(line.number(), words));
  }

  List<BadLine> bad() {
    return List.copyOf(bad);
  }

  Collection<AgencyFile.Line> lines() {
    return List.copyOf(lines.values());
  }

  /** Returns the agencies that are there and get somebody below them, with all above each. */
  Collection<List<String>> existing() {
    return List.copyOf(existing.values());
  }
}
