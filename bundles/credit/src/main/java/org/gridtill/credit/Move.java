package org.gridtill.credit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.store.credit.HolderRow;

/**
 * Puts an agency under another one: what it holds and what is reserved for it leaves those who
 * stood above and comes to those who will. Whoever stands above it in both cases is left alone.
 *
 * <p>It is planned before anything is locked, since looking downwards while holding a lock could
 * wait for a payment that waits for that lock; each statement then checks what the plan is built
 * on.
 */
final class Move {

  private final List<String> from;
  private final List<String> to;

  private Move(List<String> from, List<String> to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Plans a move.
   *
   * @param parent empty for none
   */
  static Move plan(EntityManager em, Holder agency, String parent) {
    HolderRow row = Holders.get(em, agency);
    if (parent.equals(row.parent())) {
      throw new IllegalStateException(agency + " is there");
    }
    List<String> to = above(em, parent);
    if (to.contains(row.holder())) {
      throw new IllegalStateException(parent + " is below " + agency);
    }
    if (to.size() + height(em, row.holder()) > Agencies.MOST_LEVELS) {
      throw new IllegalStateException(
          "more than " + Agencies.MOST_LEVELS + " agencies would stand above one another");
    }
    return new Move(above(em, row.parent()), to);
  }

  private static List<String> above(EntityManager em, String parent) {
    if (parent.isEmpty()) {
      return List.of();
    }
    Holders.get(em, Holder.agency(parent));
    return Chains.read(em, parent);
  }

  private static int height(EntityManager em, String agency) {
    List<?> below =
        em.createNativeQuery(
                "SELECT holder FROM gt_holder WHERE parent = ?1 AND collector_code = ''")
            .setParameter(1, agency)
            .getResultList();
    return 1 + below.stream().mapToInt(child -> height(em, (String) child)).max().orElse(0);
  }

  /** One holder whose amounts change. */
  private record Step(List<String> chain, int sign) {

    String holder() {
      return chain.get(0);
    }

    /** How many stand above: those with more of them are changed first, as everywhere. */
    int depth() {
      return chain.size();
    }
  }

  /**
   * Makes it.
   *
   * @param agency its row, locked
   */
  void make(EntityManager em, HolderRow agency) {
    if (!agency.parent().equals(from.isEmpty() ? "" : from.get(0))) {
      throw moved(agency.holder());
    }
    List<Step> steps = new ArrayList<>();
    add(steps, from, to, -1);
    add(steps, to, from, 1);
    steps.sort(Comparator.comparingInt(Step::depth).reversed().thenComparing(Step::holder));
    for (Step step : steps) {
      make(em, agency, step);
    }
    em.createNativeQuery("UPDATE gt_holder SET parent = ?1 WHERE holder = ?2")
        .setParameter(1, to.isEmpty() ? "" : to.get(0))
        .setParameter(2, agency.holder())
        .executeUpdate();
  }

  private static IllegalStateException moved(String holder) {
    return new IllegalStateException(holder + " was moved at the same moment; try again");
  }

  private static void add(List<Step> steps, List<String> chain, List<String> other, int sign) {
    for (int level = 0; level < chain.size(); level++) {
      if (!other.contains(chain.get(level))) {
        steps.add(new Step(chain.subList(level, chain.size()), sign));
      }
    }
  }

  private static void make(EntityManager em, HolderRow agency, Step step) {
    Levels.Change change =
        new Levels.Change(step.sign() * agency.reserved(), step.sign() * agency.netPosition());
    Holders.lock(em, Holder.agency(step.holder()));
    if (!Levels.shift(em, step.chain(), change)) {
      throw moved(step.holder());
    }
    if (step.sign() > 0) {
      requireRoom(agency, Holders.get(em, Holder.agency(step.holder())));
    }
  }

  private static void requireRoom(HolderRow agency, HolderRow above) {
    HolderState state = HolderState.valueOf(above.state());
    if (state == HolderState.CLOSING || state == HolderState.CLOSED) {
      throw new IllegalStateException(above.holder() + " is closed");
    }
    boolean holdsMoney = agency.netPosition() < 0 || agency.reserved() > 0;
    if (holdsMoney && above.creditLimit() + above.netPosition() - above.reserved() < 0) {
      throw new IllegalStateException(
          "the limit of " + above.holder() + " does not bear what " + agency.holder() + " holds");
    }
  }
}
