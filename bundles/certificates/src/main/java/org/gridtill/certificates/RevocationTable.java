package org.gridtill.certificates;

import java.time.Instant;
import java.util.Map;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.store.certificates.ForeignRevocationKey;
import org.gridtill.store.certificates.ForeignRevocationRow;
import org.gridtill.store.certificates.RevocationListRow;

/** What other authorities have revoked, and which list of an authority is the newest. */
final class RevocationTable {

  private final JpaTemplate jpa;

  RevocationTable(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  boolean isRevoked(String authority, String serialNo) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em.find(ForeignRevocationRow.class, new ForeignRevocationKey(authority, serialNo))
                != null);
  }

  /**
   * Keeps what a list says. What was revoked once stays so.
   *
   * @throws IllegalArgumentException if a newer list of the authority is there
   */
  void take(ForeignList list) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          RevocationListRow newest = em.find(RevocationListRow.class, list.authority());
          long madeAt = list.madeAt().toEpochMilli();
          if (newest != null && newest.madeAt() > madeAt) {
            throw new IllegalArgumentException(
                "a newer list of this authority was imported already, of "
                    + Instant.ofEpochMilli(newest.madeAt()));
          }
          if (newest == null) {
            em.persist(new RevocationListRow(list.authority(), 0, madeAt));
          } else {
            update(em, list.authority(), madeAt, 0);
          }
          list.items().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .forEach(item -> keep(em, list.authority(), item.getKey(), item.getValue()));
        });
  }

  private static void keep(
      EntityManager em, String authority, String serialNo, ForeignList.Item item) {
    ForeignRevocationKey key = new ForeignRevocationKey(authority, serialNo);
    if (em.find(ForeignRevocationRow.class, key) == null) {
      em.persist(
          new ForeignRevocationRow(
              authority, serialNo, item.reason().name(), item.at().toEpochMilli()));
    }
  }

  /** Returns the number of the next list that is made here. */
  long nextNumber(String authority, Instant now) {
    try {
      return jpa.txExpr(TransactionType.Required, em -> nextNumber(em, authority, now));
    } catch (RuntimeException e) {
      // Another node may have made the first one at the same moment.
      return jpa.txExpr(TransactionType.Required, em -> nextNumber(em, authority, now));
    }
  }

  private static long nextNumber(EntityManager em, String authority, Instant now) {
    if (update(em, authority, now.toEpochMilli(), 1) == 0) {
      em.persist(new RevocationListRow(authority, 1, now.toEpochMilli()));
      return 1;
    }
    RevocationListRow row = em.find(RevocationListRow.class, authority);
    em.refresh(row);
    return row.listNo();
  }

  private static int update(EntityManager em, String authority, long madeAt, int more) {
    return em.createNativeQuery(
            "update gt_revocation_list set made_at = ?1, list_no = list_no + ?2"
                + " where authority = ?3")
        .setParameter(1, madeAt)
        .setParameter(2, more)
        .setParameter(3, authority)
        .executeUpdate();
  }
}
