package org.gridtill.credit;

import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.Query;

/**
 * The shares of a busy agency: rows to which its own row has lent all that it may still take, in
 * equal parts. A payment that finds enough in one of them leaves the others and the agency's row
 * alone, so that payments of one agency do not wait for each other's commits. A share never has
 * less than nothing left; so the agency does not either, and no sum has to be made to know it.
 *
 * <p>Whoever decides something about the whole agency locks its row and calls everything back
 * first. The agency's row is locked before a share of it, never after, and several shares by those
 * alone who have locked the agency's row. Each statement names one share by its whole key: one that
 * names the agency alone could come by the rows of others, and wait for them.
 */
final class Shares {

  /** The view of all that a holder has adds up so many. */
  static final int MOST = 8;

  private static final String RESERVE =
      "UPDATE gt_holder_share SET reserved = reserved + ?1, changes = changes + 1"
          + " WHERE holder = ?2 AND share_no = ?3 AND parent = ?4"
          + " AND granted + net_position - reserved >= ?1";

  /** What is not lent at this moment is no place for an amount. */
  private static final String SHIFT =
      "UPDATE gt_holder_share SET reserved = reserved + ?1, net_position = net_position + ?2,"
          + " changes = changes + 1"
          + " WHERE holder = ?3 AND share_no = ?4 AND parent = ?5"
          + " AND granted > 0 AND reserved + ?1 >= 0";

  private static final String ROOM =
      "SELECT credit_limit + net_position - reserved - lent, lent FROM gt_holder WHERE holder = ?1";

  private static final String GRANT =
      "UPDATE gt_holder_share SET granted = ?1,"
          + " parent = (SELECT parent FROM gt_holder WHERE holder = ?2) WHERE holder = ?2";

  private static final String ADD =
      "INSERT INTO gt_holder_share"
          + " (holder, share_no, parent, granted, net_position, reserved, changes)"
          + " SELECT holder, CAST(?1 AS INT), parent, CAST(?2 AS BIGINT), 0, 0, 0 FROM gt_holder"
          + " WHERE holder = ?3";

  private static final String SUMS =
      "SELECT SUM(net_position), SUM(reserved), SUM(changes) FROM gt_holder_share"
          + " WHERE holder = ?1";

  private static final String TAKE_BACK =
      "UPDATE gt_holder SET lent = 0, net_position = net_position + ?1,"
          + " reserved = reserved + ?2, changes = changes + ?3 WHERE holder = ?4";

  private Shares() {}

  /**
   * Reserves in one share of the lowest level of a chain.
   *
   * @return whether it is reserved; not if there is no such share, or too little in it
   */
  static boolean reserve(EntityManager em, List<String> chain, int share, long amount) {
    Query update = em.createNativeQuery(RESERVE);
    update.setParameter(1, amount);
    update.setParameter(2, chain.get(0));
    update.setParameter(3, share);
    update.setParameter(4, Levels.above(chain));
    return update.executeUpdate() == 1;
  }

  /**
   * Changes the amounts of one share of the lowest level of a chain.
   *
   * @return whether it is changed; not if there is no such share, or less reserved in it
   */
  static boolean shift(EntityManager em, List<String> chain, int share, Levels.Change change) {
    Query update = em.createNativeQuery(SHIFT);
    update.setParameter(1, change.reserved());
    update.setParameter(2, change.position());
    update.setParameter(3, chain.get(0));
    update.setParameter(4, share);
    update.setParameter(5, Levels.above(chain));
    return update.executeUpdate() == 1;
  }

  /**
   * Lends what an agency may still take, if that is enough to be worth it.
   *
   * @param agency its row is locked
   * @param count how many shares it gets
   * @param least how much must be left to be lent, in fen
   * @return whether it is lent, now or already
   */
  static boolean lend(EntityManager em, String agency, int count, long least) {
    Object[] row = (Object[]) em.createNativeQuery(ROOM).setParameter(1, agency).getSingleResult();
    if (number(row[1]) > 0) {
      return true;
    }
    long room = number(row[0]);
    if (room < least) {
      return false;
    }
    long each = room / count;
    int known =
        em.createNativeQuery(GRANT).setParameter(1, each).setParameter(2, agency).executeUpdate();
    for (int share = known; share < count; share++) {
      em.createNativeQuery(ADD)
          .setParameter(1, share)
          .setParameter(2, each)
          .setParameter(3, agency)
          .executeUpdate();
    }
    em.createNativeQuery("UPDATE gt_holder SET lent = ?1, changes = changes + 1 WHERE holder = ?2")
        .setParameter(1, each * Math.max(known, count))
        .setParameter(2, agency)
        .executeUpdate();
    return true;
  }

  /**
   * Calls back what a holder has lent, with all that has been done to it.
   *
   * @param holder its row is locked
   */
  static void recall(EntityManager em, String holder) {
    if (!hasLent(em, holder)) {
      return;
    }
    change(em, "changes = changes + 1", holder);
    Object[] sums = (Object[]) em.createNativeQuery(SUMS).setParameter(1, holder).getSingleResult();
    em.createNativeQuery(TAKE_BACK)
        .setParameter(1, number(sums[0]))
        .setParameter(2, number(sums[1]))
        .setParameter(3, number(sums[2]))
        .setParameter(4, holder)
        .executeUpdate();
    change(em, "granted = 0, net_position = 0, reserved = 0, changes = 0", holder);
  }

  private static void change(EntityManager em, String what, String holder) {
    em.createNativeQuery("UPDATE gt_holder_share SET " + what + " WHERE holder = ?1")
        .setParameter(1, holder)
        .executeUpdate();
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  private static boolean hasLent(EntityManager em, String holder) {
    return em
        .createNativeQuery("SELECT lent FROM gt_holder WHERE holder = ?1")
        .setParameter(1, holder)
        .getResultList()
        .stream()
        .anyMatch(lent -> number(lent) > 0);
  }
}
