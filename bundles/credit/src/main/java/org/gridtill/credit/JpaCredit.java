package org.gridtill.credit;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.store.credit.CreditLineRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Credit lines in the database. The condition of each change stands in the update itself, so that
 * no two of them can both pass on the strength of the same remaining credit.
 */
@Component
public class JpaCredit implements Credit {

  private final JpaTemplate jpa;

  /** Made by Declarative Services. */
  @Activate
  public JpaCredit(@Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa) {
    this.jpa = jpa;
  }

  @Override
  public void open(String agencyCode, String agencyName, Money limit) {
    require("agency code", agencyCode.matches("[0-9A-Za-z]{1,15}"));
    require("agency name", !agencyName.isBlank() && agencyName.length() <= 100);
    require("limit", limit.compareTo(Money.ZERO) >= 0);
    jpa.tx(
        TransactionType.Required,
        em -> {
          if (em.find(CreditLineRow.class, agencyCode) != null) {
            throw new IllegalArgumentException("agency " + agencyCode + " exists");
          }
          em.persist(new CreditLineRow(agencyCode, agencyName, limit.fen()));
        });
  }

  private static void require(String what, boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("wrong " + what);
    }
  }

  @Override
  public Optional<CreditLine> find(String agencyCode) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> Optional.ofNullable(em.find(CreditLineRow.class, agencyCode)).map(JpaCredit::line));
  }

  @Override
  public List<CreditLine> list() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em
                .createQuery(
                    "SELECT c FROM CreditLineRow c ORDER BY c.agencyCode", CreditLineRow.class)
                .getResultList()
                .stream()
                .map(JpaCredit::line)
                .toList());
  }

  private static CreditLine line(CreditLineRow row) {
    return new CreditLine(
        row.agencyCode(),
        row.agencyName(),
        Money.ofFen(row.creditLimit()),
        Money.ofFen(row.used()),
        Money.ofFen(row.reserved()));
  }

  @Override
  public boolean reserve(String agencyCode, Money amount) {
    require("amount", amount.isPositive());
    // The difference cannot overflow where the sum of three could.
    return change(
        "UPDATE gt_credit_line SET reserved = reserved + ?1"
            + " WHERE agency_code = ?2 AND credit_limit - used - reserved >= ?1",
        agencyCode,
        amount);
  }

  @Override
  public void release(String agencyCode, Money amount) {
    must(
        change(
            "UPDATE gt_credit_line SET reserved = reserved - ?1"
                + " WHERE agency_code = ?2 AND reserved >= ?1",
            agencyCode,
            amount),
        agencyCode,
        "reserved");
  }

  @Override
  public void commit(String agencyCode, Money amount) {
    must(
        change(
            "UPDATE gt_credit_line SET reserved = reserved - ?1, used = used + ?1"
                + " WHERE agency_code = ?2 AND reserved >= ?1",
            agencyCode,
            amount),
        agencyCode,
        "reserved");
  }

  @Override
  public void restore(String agencyCode, Money amount) {
    must(
        change(
            "UPDATE gt_credit_line SET used = used - ?1 WHERE agency_code = ?2 AND used >= ?1",
            agencyCode,
            amount),
        agencyCode,
        "used");
  }

  private boolean change(String sql, String agencyCode, Money amount) {
    return jpa.txExpr(TransactionType.Required, em -> update(em, sql, agencyCode, amount)) == 1;
  }

  private static int update(EntityManager em, String sql, String agencyCode, Money amount) {
    Query query = em.createNativeQuery(sql);
    query.setParameter(1, amount.fen());
    query.setParameter(2, agencyCode);
    return query.executeUpdate();
  }

  private static void must(boolean changed, String agencyCode, String column) {
    if (!changed) {
      throw new IllegalStateException("agency " + agencyCode + " has less than that " + column);
    }
  }
}
