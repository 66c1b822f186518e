package org.gridtill.credit;

import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.gridtill.api.platform.credit.HolderState;

/**
 * The statements that decide who may take money. The condition of each stands in the update itself,
 * so that no two of them can both pass on the strength of the same remaining credit; so does who
 * stands above, so that a holder that is moved at the same moment is noticed. Levels are updated
 * upwards, a holder before the one above, so that no two wait for each other in a ring. What an
 * agency has lent to its {@link Shares} is theirs.
 *
 * <p>A chain is a holder and who stands above it, upwards; what stands beyond does not matter here.
 */
final class Levels {

  private static final String RESERVE =
      "UPDATE gt_holder SET reserved = reserved + ?1, changes = changes + 1"
          + " WHERE holder = ?2 AND parent = ?3 AND state = '"
          + HolderState.ACTIVE
          // The differences cannot overflow where the sum could.
          + "' AND credit_limit + net_position - reserved - lent >= ?1";

  private static final String SHIFT =
      "UPDATE gt_holder SET reserved = reserved + ?1, net_position = net_position + ?2,"
          + " state = CASE WHEN state = '"
          + HolderState.CLOSING
          + "' AND net_position + ?2 = 0 AND reserved + ?1 = 0 THEN '"
          + HolderState.CLOSED
          + "' ELSE state END, changes = changes + 1"
          + " WHERE holder = ?3 AND parent = ?4 AND reserved + ?1 >= 0";

  private Levels() {}

  /** What a change adds to a holder's amounts, in fen. */
  record Change(long reserved, long position) {

    /** Gives a reservation up. */
    static Change release(long amount) {
      return new Change(-amount, 0);
    }
  }

  /**
   * Reserves at the lowest level of a chain.
   *
   * @return whether it is reserved
   */
  static boolean reserve(EntityManager em, List<String> chain, long amount) {
    Query update = em.createNativeQuery(RESERVE);
    update.setParameter(1, amount);
    update.setParameter(2, chain.get(0));
    update.setParameter(3, above(chain));
    return update.executeUpdate() == 1;
  }

  /**
   * Changes the amounts of the lowest level of a chain.
   *
   * @return whether it is changed; not if the holder has another one above, or less reserved
   */
  static boolean shift(EntityManager em, List<String> chain, Change change) {
    Query update = em.createNativeQuery(SHIFT);
    update.setParameter(1, change.reserved());
    update.setParameter(2, change.position());
    update.setParameter(3, chain.get(0));
    update.setParameter(4, above(chain));
    return update.executeUpdate() == 1;
  }

  /** Locks a holder until the end of the transaction; what it has lent stays lent. */
  static void lock(EntityManager em, String holder) {
    em.createNativeQuery("UPDATE gt_holder SET changes = changes + 1 WHERE holder = ?1")
        .setParameter(1, holder)
        .executeUpdate();
  }

  static String above(List<String> chain) {
    return chain.size() < 2 ? "" : chain.get(1);
  }
}
