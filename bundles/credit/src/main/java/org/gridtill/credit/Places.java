package org.gridtill.credit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManager;

/**
 * Finds the row of a level that takes an amount: the holder's own, or a share of a busy agency.
 * What is kept in memory is a guess of where to look first; each statement checks what it is built
 * on.
 */
final class Places {

  /** What is used where nothing else is asked for; more shares than few processors can use. */
  static final Lending USUAL = new Lending(8, 1_000_000, 32, false);

  private static final int OWN_ROW = -1;

  private final Lending lending;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> uses = new ConcurrentHashMap<>();
  private final Attempt attempt = new Attempt();

  /** Finds places in an agency's shares once it lends as this says. */
  Places(Lending lending) {
    this.lending = lending;
  }

  /**
   * When and how an agency lends.
   *
   * @param shares how many shares it has
   * @param least how much must be left to it, in fen; whoever is close to the limit does better
   *     without shares
   * @param uses after how many reservations in its own row it counts as busy
   * @param onDerby whether it does so on Derby as well, where it is right for a single thread only
   */
  record Lending(int shares, long least, int uses, boolean onDerby) {}

  /** A row that took an amount: the lowest of a chain, or a share of it. */
  record Place(List<String> chain, int share) {

    boolean shift(EntityManager em, Levels.Change change) {
      return share == OWN_ROW
          ? Levels.shift(em, chain, change)
          : Shares.shift(em, chain, share, change);
    }
  }

  /**
   * Reserves at the lowest level of a chain.
   *
   * @return where; nothing if the chain is wrong, or if only somebody who has locked the level can
   *     tell whether there is enough
   */
  Optional<Place> reserve(EntityManager em, List<String> chain, long amount, long payment) {
    String holder = chain.get(0);
    boolean shareFirst = busy.contains(holder);
    if (shareFirst && reserveInShare(em, chain, amount, payment)) {
      return Optional.of(new Place(chain, share(payment)));
    }
    if (Levels.reserve(em, chain, amount)) {
      if (isAgency(holder) && (shareFirst || isUsedOften(holder))) {
        lend(em, holder);
      }
      return Optional.of(new Place(chain, OWN_ROW));
    }
    if (!shareFirst && isAgency(holder) && reserveInShare(em, chain, amount, payment)) {
      busy.add(holder);
      return Optional.of(new Place(chain, share(payment)));
    }
    return Optional.empty();
  }

  /**
   * Reserves at a level whose row is locked.
   *
   * @return where; nothing if the holder may not take as much
   */
  Optional<Place> reserveLocked(EntityManager em, List<String> chain, long amount, long payment) {
    String holder = chain.get(0);
    // Somebody else may have called back and lent anew while this one waited for the lock.
    if (busy.contains(holder) && reserveInShare(em, chain, amount, payment)) {
      return Optional.of(new Place(chain, share(payment)));
    }
    Shares.recall(em, holder);
    if (!Levels.reserve(em, chain, amount)) {
      return Optional.empty();
    }
    if (busy.contains(holder)) {
      lend(em, holder);
    }
    return Optional.of(new Place(chain, OWN_ROW));
  }

  private void lend(EntityManager em, String holder) {
    if (mayLend(em) && Shares.lend(em, holder, lending.shares(), lending.least())) {
      busy.add(holder);
    } else {
      busy.remove(holder);
    }
  }

  private boolean mayLend(EntityManager em) {
    return lending.onDerby() || !attempt.keepsLocks(em);
  }

  private boolean reserveInShare(EntityManager em, List<String> chain, long amount, long payment) {
    return attempt.make(em, () -> Shares.reserve(em, chain, share(payment), amount));
  }

  private boolean shiftInShare(
      EntityManager em, List<String> chain, Levels.Change change, long payment) {
    return attempt.make(em, () -> Shares.shift(em, chain, share(payment), change));
  }

  /**
   * Changes the amounts of the lowest level of a chain.
   *
   * @return whether they are changed; not if the chain is wrong, or if only somebody who has locked
   *     the level can tell whether as much is reserved
   */
  boolean shift(EntityManager em, List<String> chain, Levels.Change change, long payment) {
    String holder = chain.get(0);
    if (!isAgency(holder)) {
      return Levels.shift(em, chain, change);
    }
    return busy.contains(holder)
        ? shiftInShare(em, chain, change, payment) || Levels.shift(em, chain, change)
        : Levels.shift(em, chain, change) || shiftInShare(em, chain, change, payment);
  }

  private boolean isUsedOften(String agency) {
    return uses.merge(agency, 1, (old, one) -> (old + one) % lending.uses()) == 0;
  }

  private int share(long payment) {
    return (int) Math.floorMod(payment, (long) lending.shares());
  }

  /** A collector takes one payment after the other. */
  private static boolean isAgency(String holder) {
    return holder.indexOf('/') < 0;
  }
}
