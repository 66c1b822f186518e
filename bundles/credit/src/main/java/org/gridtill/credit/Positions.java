package org.gridtill.credit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.credit.Holder;

/**
 * What one commit adds to the positions of several holders. It is collected first and made at the
 * end, each holder once: terminals wait for these rows. Holders with more of them above come first,
 * as everywhere, so that no two commits wait for each other in a ring.
 */
final class Positions {

  private final Map<String, Long> alone = new HashMap<>();
  private final Map<String, Long> withAllAbove = new HashMap<>();

  /** A holder, with everybody above it, and what is added to it in fen. */
  private record Step(List<String> chain, long amount) {

    String holder() {
      return chain.get(0);
    }

    Step plus(long more) {
      return new Step(chain, Math.addExact(amount, more));
    }
  }

  /** Adds to one holder and to nobody above it. */
  void addAlone(String holder, long amount) {
    alone.merge(holder, amount, Math::addExact);
  }

  /** Adds to an agency and everybody above it; nothing, to have them locked in their turn. */
  void add(String agencyCode, long amount) {
    withAllAbove.merge(agencyCode, amount, Math::addExact);
  }

  /**
   * Makes the changes.
   *
   * @throws IllegalStateException if somebody was moved at the same moment
   */
  void make(EntityManager em) {
    // All is read before the first row is locked.
    Map<String, Step> steps = new HashMap<>();
    alone.forEach((holder, amount) -> add(steps, chain(em, holder), amount));
    withAllAbove.forEach(
        (agency, amount) -> {
          List<String> chain = chain(em, agency);
          for (int level = 0; level < chain.size(); level++) {
            add(steps, chain.subList(level, chain.size()), amount);
          }
        });
    List<Step> ordered = new ArrayList<>(steps.values());
    ordered.sort(
        Comparator.comparingInt((Step step) -> step.chain().size())
            .reversed()
            .thenComparing(Step::holder));
    for (Step step : ordered) {
      Holders.lock(em, Holder.parse(step.holder()));
      if (!Levels.shift(em, step.chain(), new Levels.Change(0, step.amount()))) {
        throw new IllegalStateException(step.holder() + " was moved at the same moment; try again");
      }
    }
  }

  private static List<String> chain(EntityManager em, String holder) {
    Holders.get(em, Holder.parse(holder));
    return Chains.read(em, holder);
  }

  private static void add(Map<String, Step> steps, List<String> chain, long amount) {
    steps.merge(chain.get(0), new Step(chain, amount), (old, more) -> old.plus(more.amount()));
  }
}
