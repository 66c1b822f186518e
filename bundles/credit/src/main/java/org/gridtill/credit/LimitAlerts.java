package org.gridtill.credit;

import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.store.credit.HolderRow;

/**
 * Tells agencies that their limit is nearly used: once for each level, and again when less was used
 * in between.
 */
final class LimitAlerts {

  private final JpaTemplate jpa;
  private final Outbox outbox;
  private final List<Integer> levels;

  LimitAlerts(JpaTemplate jpa, Outbox outbox, List<Integer> levels) {
    this.jpa = jpa;
    this.outbox = outbox;
    this.levels = levels;
  }

  /** Looks at all agencies, and takes the rows of those alone that have come to another level. */
  void look() {
    List<String> changed =
        jpa.txExpr(
            TransactionType.Required,
            em ->
                em
                    .createQuery(
                        "SELECT h FROM HolderRow h WHERE h.collectorCode = '' ORDER BY h.holder",
                        HolderRow.class)
                    .getResultList()
                    .stream()
                    .filter(row -> level(row) != row.alerted())
                    .map(HolderRow::holder)
                    .toList());
    for (String agency : changed) {
      jpa.tx(TransactionType.Required, em -> tell(em, Holder.agency(agency)));
    }
  }

  private void tell(EntityManager em, Holder agency) {
    HolderRow row = Holders.lock(em, agency);
    int level = level(row);
    if (level == row.alerted()) {
      return;
    }
    em.createNativeQuery("UPDATE gt_holder SET alerted = ?1 WHERE holder = ?2")
        .setParameter(1, level)
        .setParameter(2, agency.toString())
        .executeUpdate();
    if (level > row.alerted()) {
      outbox.add(
          new Notice(
              NoticeKind.CREDIT_LEVEL + "/" + agency + '/' + row.changes(),
              NoticeKind.CREDIT_LEVEL,
              agency.agencyCode(),
              List.of(
                  agency.agencyCode(),
                  Long.toString(percent(row)),
                  Money.ofFen(used(row)).toString(),
                  Money.ofFen(row.creditLimit()).toString())));
    }
  }

  /** Returns the highest level that is reached; 0 if none is. */
  private int level(HolderRow row) {
    long percent = percent(row);
    return levels.stream().filter(level -> level <= percent).reduce(0, Math::max);
  }

  /**
   * Returns the used share of the limit, rounded down; 100 if something is used without a limit.
   */
  private static long percent(HolderRow row) {
    long used = used(row);
    if (row.creditLimit() == 0) {
      return used > 0 ? 100 : 0;
    }
    return used * 100 / row.creditLimit();
  }

  private static long used(HolderRow row) {
    return Math.max(0, -row.netPosition());
  }
}
