package org.gridtill.transactions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.transactions.CollectedMoney;
import org.gridtill.api.platform.transactions.TransactionState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table of transactions, seen by those who remit their money. Whether a transaction is
 * completed and free stands in the update that puts it into a fund batch, and a reversal looks for
 * the batch under the lock on its row, so that nothing is both remitted and undone.
 */
@Component
public class CollectedMoneyTable implements CollectedMoney {

  private static final String SUMS =
      "SELECT agency_code, collector_code, COUNT(*), SUM(amount), MIN(accounting_date),"
          + " MAX(accounting_date) FROM gt_transaction";

  private static final String BY_HOLDER =
      " GROUP BY agency_code, collector_code ORDER BY agency_code, collector_code";

  private static final String FREE =
      " WHERE agency_code = ?1 AND fund_batch = 0 AND state = '"
          + TransactionState.COMPLETED
          + "' AND amount > 0";

  /** The states in which credit is reserved. */
  private static final String UNDER_WAY =
      " state IN ('"
          + TransactionState.AUTHORISED
          + "', '"
          + TransactionState.IN_DOUBT
          + "', '"
          + TransactionState.CANCELING
          + "') AND amount > 0 AND next_attempt_at >= 0 AND next_attempt_at <= "
          + Long.MAX_VALUE;

  private final JpaTemplate jpa;

  /** Made by Declarative Services. */
  @Activate
  public CollectedMoneyTable(@Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa) {
    this.jpa = jpa;
  }

  @Override
  public List<Collected> take(Holder holder, long batch) {
    return jpa.txExpr(TransactionType.Required, em -> take(em, holder, batch));
  }

  private static List<Collected> take(EntityManager em, Holder holder, long batch) {
    String whose = holder.isCollector() ? " AND collector_code = ?3" : "";
    Query update = em.createNativeQuery("UPDATE gt_transaction SET fund_batch = ?2" + FREE + whose);
    update.setParameter(1, holder.agencyCode());
    update.setParameter(2, batch);
    if (holder.isCollector()) {
      update.setParameter(3, holder.collectorCode());
    }
    update.executeUpdate();
    return collected(
        em.createNativeQuery(SUMS + " WHERE agency_code = ?1 AND fund_batch = ?2" + BY_HOLDER)
            .setParameter(1, holder.agencyCode())
            .setParameter(2, batch));
  }

  @Override
  public void putBack(Holder holder, long batch) {
    jpa.tx(
        TransactionType.Required,
        em ->
            em.createNativeQuery(
                    "UPDATE gt_transaction SET fund_batch = 0"
                        + " WHERE agency_code = ?1 AND fund_batch = ?2")
                .setParameter(1, holder.agencyCode())
                .setParameter(2, batch)
                .executeUpdate());
  }

  @Override
  public Optional<LocalDate> oldestDay(String agencyCode) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            Optional.ofNullable(
                    em.createNativeQuery("SELECT MIN(accounting_date) FROM gt_transaction" + FREE)
                        .setParameter(1, agencyCode)
                        .getSingleResult())
                .map(CollectedMoneyTable::day));
  }

  @Override
  public List<Collected> underWay(String agencyCode) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          String whose = agencyCode == null ? "" : " AND agency_code = ?1";
          Query query = em.createNativeQuery(SUMS + " WHERE" + UNDER_WAY + whose + BY_HOLDER);
          if (agencyCode != null) {
            query.setParameter(1, agencyCode);
          }
          return collected(query);
        });
  }

  private static List<Collected> collected(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> collected((Object[]) row)).toList();
  }

  private static Collected collected(Object[] row) {
    return new Collected(
        new Holder((String) row[0], (String) row[1]),
        ((Number) row[2]).intValue(),
        Money.ofFen(((Number) row[3]).longValue()),
        day(row[4]),
        day(row[5]));
  }

  /** Whatever type the driver has for a date, it writes it as ISO 8601 says. */
  private static LocalDate day(Object column) {
    return LocalDate.parse(column.toString());
  }
}
