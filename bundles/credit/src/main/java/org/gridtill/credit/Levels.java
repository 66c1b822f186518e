package org.gridtill.credit;

import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.gridtill.api.platform.credit.HolderState;

/**
 * The statements that decide who may take money. The condition of each stands in the update itself,
 * so that no two of them can both pass on the strength of the same remaining credit; so does who
 * stands above, so that a holder that is moved at the same moment is noticed. Levels are updated
 * upwards, a holder before the one above, so that no two wait for each other in a ring.
 */
final class Levels {

  private static final String RESERVE =
      "UPDATE gt_holder SET reserved = reserved + ?1, changes = changes + 1"
          + " WHERE holder = ?2 AND parent = ?3 AND state = '"
          + HolderState.ACTIVE
          // The differences cannot overflow where the sum could.
          + "' AND credit_limit + net_position - reserved >= ?1";

  private static final String SHIFT =
      "UPDATE gt_holder SET reserved = reserved + ?1, net_position = net_position + ?2,"
          + " used_since = CASE WHEN net_position + ?2 >= 0 THEN CAST(NULL AS BIGINT)"
          + " WHEN used_since IS NULL THEN CAST(?3 AS BIGINT) ELSE used_since END,"
          + " state = CASE WHEN state = '"
          + HolderState.CLOSING
          + "' AND net_position + ?2 = 0 AND reserved + ?1 = 0 THEN '"
          + HolderState.CLOSED
          + "' ELSE state END, changes = changes + 1"
          + " WHERE holder = ?4 AND parent = ?5 AND reserved + ?1 >= 0";

  private Levels() {}

  /** What a change adds to a holder's amounts, in fen. */
  record Change(long reserved, long position) {}

  /**
   * Reserves at one level.
   *
   * @return whether it is reserved
   */
  static boolean reserve(EntityManager em, List<String> chain, int level, long amount) {
    Query update = em.createNativeQuery(RESERVE);
    update.setParameter(1, amount);
    update.setParameter(2, chain.get(level));
    update.setParameter(3, above(chain, level));
    return update.executeUpdate() == 1;
  }

  /**
   * Changes the amounts of one level.
   *
   * @param now in milliseconds since 1970
   * @return whether it is changed; not if the holder has another one above, or less reserved
   */
  static boolean shift(EntityManager em, List<String> chain, int level, Change change, long now) {
    Query update = em.createNativeQuery(SHIFT);
    update.setParameter(1, change.reserved());
    update.setParameter(2, change.position());
    update.setParameter(3, now);
    update.setParameter(4, chain.get(level));
    update.setParameter(5, above(chain, level));
    return update.executeUpdate() == 1;
  }

  private static String above(List<String> chain, int level) {
    return level + 1 < chain.size() ? chain.get(level + 1) : "";
  }
}
