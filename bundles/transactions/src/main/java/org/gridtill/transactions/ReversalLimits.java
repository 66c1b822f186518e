package org.gridtill.transactions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.ReversibleAmount.Scope;
import org.gridtill.store.transactions.TransactionRow;

/**
 * Counts reversals against the limits of the day. The condition of each count stands in the update
 * itself, so that no two reversals can both pass on the last of a limit; holders are counted in one
 * order.
 */
final class ReversalLimits {

  private static final List<Scope> ORDER = List.of(Scope.AGENCY, Scope.COLLECTOR, Scope.TERMINAL);

  private final JpaTemplate jpa;
  private final ReversalPolicy policy;

  ReversalLimits(JpaTemplate jpa, ReversalPolicy policy) {
    this.jpa = jpa;
    this.policy = policy;
  }

  /** What a holder has reversed in a day, or still may. */
  record Usage(int count, long amount) {}

  /** Makes sure that there are rows to count in; in a transaction of its own, before the count. */
  void prepare(TransactionRow row) {
    for (Scope scope : ORDER) {
      holder(scope, row).ifPresent(holder -> prepare(holder, row.accountingDate()));
    }
  }

  private void prepare(String holder, LocalDate day) {
    if (jpa.txExpr(TransactionType.Required, em -> used(em, holder, day)).isPresent()) {
      return;
    }
    try {
      jpa.tx(
          TransactionType.RequiresNew,
          em ->
              em.createNativeQuery(
                      "INSERT INTO gt_reversal_usage (holder, accounting_date, reversals, amount)"
                          + " VALUES (?1, ?2, 0, 0)")
                  .setParameter(1, holder)
                  .setParameter(2, day)
                  .executeUpdate());
    } catch (RuntimeException e) {
      // Another reversal made the row at the same moment; anything else shows now.
      jpa.txExpr(TransactionType.Required, em -> used(em, holder, day)).orElseThrow(() -> e);
    }
  }

  /** Tells which limit is against another reversal. */
  Optional<ReversalRule> obstacle(EntityManager em, TransactionRow row) {
    for (Scope scope : ORDER) {
      Optional<String> holder = holder(scope, row);
      if (holder.isPresent()) {
        Usage left = left(em, scope, holder.get(), row.accountingDate());
        if (left.count() < 1) {
          return Optional.of(ReversalRule.DAILY_COUNT);
        }
        if (left.amount() < row.amount()) {
          return Optional.of(ReversalRule.DAILY_AMOUNT);
        }
      }
    }
    return Optional.empty();
  }

  private Usage left(EntityManager em, Scope scope, String holder, LocalDate day) {
    ReversalPolicy.Limit limit = policy.daily().get(scope);
    Usage used = used(em, holder, day).orElse(new Usage(0, 0));
    return new Usage(limit.count() - used.count(), limit.amount() - used.amount());
  }

  /** Returns what a holder may still reverse on a day; empty if there is no limit. */
  Optional<Usage> left(EntityManager em, Scope scope, LocalDate day, String code) {
    return policy.daily().containsKey(scope)
        ? Optional.of(left(em, scope, name(scope, code), day))
        : Optional.empty();
  }

  /**
   * Counts a reversal, in the caller's transaction.
   *
   * @return the limit that is against it, in which case the caller's transaction must not commit
   */
  Optional<ReversalRule> take(EntityManager em, TransactionRow row) {
    for (Scope scope : ORDER) {
      Optional<String> holder = holder(scope, row);
      if (holder.isPresent() && !take(em, scope, holder.get(), row)) {
        return Optional.of(obstacle(em, row).orElse(ReversalRule.DAILY_COUNT));
      }
    }
    row.countReversal(true);
    return Optional.empty();
  }

  private boolean take(EntityManager em, Scope scope, String holder, TransactionRow row) {
    ReversalPolicy.Limit limit = policy.daily().get(scope);
    Query update =
        em.createNativeQuery(
            "UPDATE gt_reversal_usage SET reversals = reversals + 1, amount = amount + ?1"
                + " WHERE holder = ?2 AND accounting_date = ?3"
                + " AND reversals < ?4 AND amount <= ?5");
    update.setParameter(1, row.amount());
    update.setParameter(2, holder);
    update.setParameter(3, row.accountingDate());
    update.setParameter(4, limit.count());
    update.setParameter(5, limit.amount() - row.amount());
    return update.executeUpdate() == 1;
  }

  /** Takes a reversal that came to nothing off the count, if it was counted. */
  void giveBack(EntityManager em, TransactionRow row) {
    if (!row.reversalCounted()) {
      return;
    }
    for (Scope scope : ORDER) {
      holder(scope, row)
          .ifPresent(
              holder ->
                  em.createNativeQuery(
                          "UPDATE gt_reversal_usage SET reversals = reversals - 1,"
                              + " amount = amount - ?1 WHERE holder = ?2 AND accounting_date = ?3")
                      .setParameter(1, row.amount())
                      .setParameter(2, holder)
                      .setParameter(3, row.accountingDate())
                      .executeUpdate());
    }
  }

  private static Optional<Usage> used(EntityManager em, String holder, LocalDate day) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT reversals, amount FROM gt_reversal_usage"
                    + " WHERE holder = ?1 AND accounting_date = ?2")
            .setParameter(1, holder)
            .setParameter(2, day)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(r -> new Usage(((Number) r[0]).intValue(), ((Number) r[1]).longValue()))
        .findFirst();
  }

  /** Returns under which name a transaction counts; empty if the scope has no limit or holder. */
  private Optional<String> holder(Scope scope, TransactionRow row) {
    if (!policy.daily().containsKey(scope)) {
      return Optional.empty();
    }
    return switch (scope) {
      case AGENCY -> Optional.of(name(scope, row.agencyCode()));
      case TERMINAL -> Optional.of(name(scope, row.terminalCode()));
      case COLLECTOR ->
          row.collectorCode().isEmpty()
              ? Optional.empty()
              : Optional.of(name(scope, row.agencyCode() + '/' + row.collectorCode()));
    };
  }

  private static String name(Scope scope, String code) {
    // One letter, since the column does not hold the longest codes of agency and collector with
    // more.
    return scope.name().substring(0, 1) + '/' + code;
  }
}
