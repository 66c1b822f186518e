package org.gridtill.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManager;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Holder;

/**
 * Who stands above whom. What is kept in memory is a guess that saves reading; each statement in
 * {@link Levels} checks it in the row that it changes.
 */
final class Chains {

  /** Far more than may be; whoever gets there goes round in a ring. */
  private static final int LONGEST = 1 + 4 * Agencies.MOST_LEVELS;

  private final Map<Holder, List<String>> guesses = new ConcurrentHashMap<>();

  /**
   * Returns the holder and everybody above, upwards, as it was when it was last read; empty if
   * there is no such holder.
   */
  List<String> guess(EntityManager em, Holder holder) {
    List<String> known = guesses.get(holder);
    if (known != null) {
      return known;
    }
    List<String> chain = read(em, holder.toString());
    if (!chain.isEmpty()) {
      guesses.put(holder, chain);
    }
    return chain;
  }

  void forget(Holder holder) {
    guesses.remove(holder);
  }

  /** Returns a holder and everybody above, upwards; empty if there is no such holder. */
  static List<String> read(EntityManager em, String holder) {
    List<String> chain = new ArrayList<>();
    String next = holder;
    while (!next.isEmpty()) {
      Optional<String> parent = parent(em, next);
      if (parent.isEmpty()) {
        return List.of();
      }
      if (chain.size() == LONGEST) {
        throw new IllegalStateException("too many agencies above " + holder);
      }
      chain.add(next);
      next = parent.get();
    }
    return List.copyOf(chain);
  }

  /**
   * Locks a holder until the end of the transaction; what it has lent stays lent.
   *
   * @return the holder, and who stands above it, for as long as it is locked, if anybody does
   * @throws IllegalStateException if there is no such holder
   */
  static List<String> lock(EntityManager em, String holder) {
    Levels.lock(em, holder);
    String parent =
        parent(em, holder).orElseThrow(() -> new IllegalStateException("no holder " + holder));
    return parent.isEmpty() ? List.of(holder) : List.of(holder, parent);
  }

  /** Returns what stands above the lowest of a chain. */
  static List<String> above(List<String> chain) {
    return chain.subList(1, chain.size());
  }

  /** Reads who stands above a locked holder, and everybody above that. */
  static List<String> readAbove(EntityManager em, List<String> locked) {
    return locked.size() < 2 ? List.of() : read(em, locked.get(1));
  }

  private static Optional<String> parent(EntityManager em, String holder) {
    List<?> found =
        em.createNativeQuery("SELECT parent FROM gt_holder WHERE holder = ?1")
            .setParameter(1, holder)
            .getResultList();
    return found.stream().map(String.class::cast).findFirst();
  }
}
