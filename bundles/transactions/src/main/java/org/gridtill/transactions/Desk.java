package org.gridtill.transactions;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.ReversibleAmount;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.ReversalRequestRow;
import org.gridtill.store.transactions.TransactionRow;

/** Where people decide about reversals. */
final class Desk implements ReversalDesk {

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_REASON = 200;

  private final JpaTemplate jpa;
  private final ReversalCommit commit;
  private final ReversalLimits limits;
  private final Resolver resolver;
  private final PlatformClock clock;

  Desk(
      JpaTemplate jpa,
      ReversalCommit commit,
      ReversalLimits limits,
      Resolver resolver,
      PlatformClock clock) {
    this.jpa = jpa;
    this.commit = commit;
    this.limits = limits;
    this.resolver = resolver;
    this.clock = clock;
  }

  @Override
  public ReversibleAmount reversible(ReversibleAmount.Scope scope, String code) {
    return jpa.txExpr(TransactionType.Required, em -> reversible(em, scope, code));
  }

  private ReversibleAmount reversible(EntityManager em, ReversibleAmount.Scope scope, String code) {
    var today = clock.accountingDate(clock.now());
    int count = 0;
    Money amount = Money.ZERO;
    Map<ReversalRule, Integer> forbidden = new EnumMap<>(ReversalRule.class);
    for (TransactionRow row : TransactionTable.completedOn(em, scope, code, today)) {
      Optional<ReversalRule> rule =
          ReversalRules.obstacle(
              row, MeterFacts.find(em, row), ReversalRules.Wish.ofOwner(row), today);
      if (rule.isPresent()) {
        forbidden.merge(rule.get(), 1, Integer::sum);
      } else {
        count++;
        amount = amount.plus(Money.ofFen(row.amount()));
      }
    }
    Optional<ReversalLimits.Usage> left = limits.left(em, scope, today, code);
    return new ReversibleAmount(
        scope,
        code,
        today,
        count,
        amount,
        left.map(ReversalLimits.Usage::count).filter(n -> n < Integer.MAX_VALUE / 2).orElse(null),
        left.map(ReversalLimits.Usage::amount)
            .filter(n -> n < Long.MAX_VALUE / 2)
            .map(Money::ofFen)
            .orElse(null),
        forbidden);
  }

  @Override
  public Optional<ReversalRule> obstacle(SerialNo serialNo) {
    return jpa.txExpr(TransactionType.Required, em -> obstacle(em, find(em, serialNo)));
  }

  private Optional<ReversalRule> obstacle(EntityManager em, TransactionRow row) {
    MeterSaleRow sale = MeterFacts.find(em, row);
    return ReversalRules.obstacle(
            row, sale, ReversalRules.Wish.ofOwner(row), clock.accountingDate(clock.now()))
        .or(() -> limits.obstacle(em, row));
  }

  @Override
  public List<Authorization> authorizations() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em
                .createQuery(
                    "SELECT r FROM ReversalRequestRow r WHERE r.used = 0 ORDER BY r.serialNo",
                    ReversalRequestRow.class)
                .getResultList()
                .stream()
                .map(
                    r ->
                        new Authorization(
                            SerialNo.of(r.serialNo()),
                            r.requestedBy(),
                            r.reason(),
                            r.authorizedBy()))
                .toList());
  }

  @Override
  public void request(SerialNo serialNo, String person, String reason) {
    require("person", person, LONGEST_NAME);
    require("reason", reason, LONGEST_REASON);
    jpa.tx(
        TransactionType.Required,
        em -> {
          TransactionRow row = lock(em, serialNo);
          obstacle(em, row).ifPresent(Desk::forbid);
          if (ReversalCommit.asked(em, row.serialNo()).isPresent()) {
            throw new IllegalArgumentException("the reversal of " + serialNo + " was asked for");
          }
          em.persist(
              new ReversalRequestRow(
                  row.serialNo(),
                  row.accountingDate(),
                  person,
                  clock.now().toEpochMilli(),
                  true,
                  reason));
        });
  }

  @Override
  public TransactionRecord authorize(SerialNo serialNo, String person) {
    require("person", person, LONGEST_NAME);
    jpa.txExpr(TransactionType.Required, em -> Optional.of(find(em, serialNo)))
        .ifPresent(limits::prepare);
    ReversalCommit.Decision decision = commit.decide(em -> authorize(em, serialNo, person));
    if (decision.rule() != null) {
      forbid(decision.rule());
    }
    TransactionRow row = decision.row();
    if (Kinds.state(row) == TransactionState.REVERSING) {
      row = resolver.resolveNow(row.serialNo());
    }
    TransactionRow after = row;
    return jpa.txExpr(TransactionType.Required, em -> Records.record(em, after));
  }

  private ReversalCommit.Decision authorize(EntityManager em, SerialNo serialNo, String person) {
    TransactionRow row = lock(em, serialNo);
    ReversalRequestRow asked = em.find(ReversalRequestRow.class, row.serialNo());
    if (asked == null || asked.used()) {
      throw new IllegalArgumentException("nobody asks for a reversal of " + serialNo);
    }
    if (asked.requestedBy().equals(person)) {
      throw new IllegalArgumentException("a second person must authorize it, not " + person);
    }
    obstacle(em, row).ifPresent(Desk::forbid);
    asked.authorize(person, clock.now().toEpochMilli());
    return asked.byOperations()
        ? commit.authorized(em, row)
        : new ReversalCommit.Decision(row, null);
  }

  private static void forbid(ReversalRule rule) {
    throw new IllegalStateException(rule + ": " + rule.words());
  }

  private static TransactionRow lock(EntityManager em, SerialNo serialNo) {
    find(em, serialNo);
    em.clear();
    return TransactionTable.lock(em, serialNo.number());
  }

  private static TransactionRow find(EntityManager em, SerialNo serialNo) {
    return TransactionTable.find(em, serialNo.number())
        .orElseThrow(() -> new IllegalArgumentException("there is no transaction " + serialNo));
  }

  private static void require(String what, String value, int longest) {
    if (value == null || value.isBlank() || value.length() > longest) {
      throw new IllegalArgumentException(
          "the " + what + " must have 1 to " + longest + " characters");
    }
  }
}
