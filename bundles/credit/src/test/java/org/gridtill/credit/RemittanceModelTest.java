package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.FundBatch.State;
import org.gridtill.api.platform.credit.Holder;

/**
 * Remitted money and freed credit agree to the fen, whatever is done in whichever order: what a
 * collector owes is what it has collected and what is not settled; what an agency owes is what all
 * have collected and what has not come to the bank.
 */
class RemittanceModelTest {

  private static final String LIMIT = "1000000.00";
  private static Office office;
  private static int sequences;
  private static int references;

  private final TreeMap<Holder, Long> collected =
      new TreeMap<>(java.util.Comparator.comparing(Holder::toString));
  private long arrived;

  enum Act {
    COLLECT,
    CLOSE,
    REOPEN,
    DECLARE,
    DEPOSIT,
    ACCEPT,
    PAY,
    PAY_MORE,
    PAY_LESS,
    FLOAT,
    PAY_OUT
  }

  record Step(Act act, int whose, int amount) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Act> acts =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, Arbitraries.just(Act.COLLECT)),
            net.jqwik.api.Tuple.of(3, Arbitraries.just(Act.CLOSE)),
            net.jqwik.api.Tuple.of(5, Arbitraries.of(Act.class)));
    return Combinators.combine(
            acts, Arbitraries.integers().between(0, 2), Arbitraries.integers().between(1, 9_999))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @AfterContainer
  static void close() {
    office.close();
    office = null;
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void agreesToTheFen(@ForAll("steps") List<Step> steps) {
    office = office == null ? new Office() : office;
    String code = "A" + ++sequences;
    office.desk.agency(code, null, LIMIT);
    List<Holder> holders =
        List.of(
            Holder.agency(code),
            office.desk.collector(code, "C01", LIMIT),
            office.desk.collector(code, "C02", LIMIT));
    collected.clear();
    arrived = 0;
    for (Step step : steps) {
      make(step, holders);
      require(holders);
    }
    assertThat(office.check.findings()).isEmpty();
  }

  private void make(Step step, List<Holder> holders) {
    Holder holder = holders.get(step.whose());
    String agency = holder.agencyCode();
    if (step.act() == Act.COLLECT) {
      office.collect(holder, step.amount());
      collected.merge(holder, (long) step.amount(), Long::sum);
    } else if (step.act() == Act.CLOSE) {
      ifAllowed(() -> office.remittances.close(holder, "anna"));
    } else if (step.act() == Act.FLOAT) {
      arrive(step.amount(), "FLOAT " + agency);
    } else if (step.act() == Act.PAY_OUT) {
      payOut(step.amount(), agency);
    } else {
      List<FundBatch> batches = office.remittances.list(agency, false, 99);
      if (!batches.isEmpty()) {
        make(step, batches.get(step.amount() % batches.size()));
      }
    }
  }

  private void make(Step step, FundBatch batch) {
    long number = batch.number();
    long missing = batch.missing().fen();
    Money amount = Money.ofFen(step.amount());
    switch (step.act()) {
      case REOPEN -> ifAllowed(() -> office.remittances.reopen(number, "anna"));
      case DECLARE -> ifAllowed(() -> office.remittances.declare(number, batch.due(), "anna"));
      case DEPOSIT ->
          ifAllowed(() -> office.remittances.deposited(number, "S" + number, amount, "anna"));
      case ACCEPT -> ifAllowed(() -> office.remittances.acceptShortage(number, "bert", "lost"));
      case PAY -> arrive(Math.max(1, missing), batch.reference());
      case PAY_MORE -> arrive(Math.max(0, missing) + step.amount(), batch.reference());
      case PAY_LESS -> arrive(Math.max(1, missing / 2), batch.reference());
      default -> throw new IllegalArgumentException(step.toString());
    }
  }

  /** What a state forbids is no step. */
  private static void ifAllowed(Runnable step) {
    try {
      step.run();
    } catch (IllegalStateException e) {
      assertThat(e.getMessage())
          .matches(".* has nothing to remit|fund batch .* is .*|slip .* was noted with .*");
    }
  }

  private void arrive(long fen, String text) {
    office.statement("R" + ++references + '|' + Money.ofFen(fen) + '|' + text);
    arrived += fen;
  }

  private void payOut(long fen, String agency) {
    long own = office.desk.line(Holder.agency(agency)).ownMoney().fen();
    int paid =
        office
            .statement("R" + ++references + '|' + Money.ofFen(-fen) + "|FLOAT " + agency)
            .ownMoney();
    assertThat(paid).isEqualTo(own >= fen ? 1 : 0);
    arrived -= paid * fen;
  }

  private void require(List<Holder> holders) {
    Holder agency = holders.get(0);
    long all = collected.values().stream().mapToLong(Long::longValue).sum();
    assertThat(office.position(agency).fen()).as("agency").isEqualTo(arrived - all);
    List<FundBatch> batches = office.remittances.list(agency.agencyCode(), false, 99);
    List<FundBatch> open = office.remittances.list(agency.agencyCode(), true, 99);
    assertThat(open).allMatch(batch -> batch.missing().isPositive());
    for (FundBatch batch : batches) {
      assertThat(batch.due().fen()).isBetween(0L, batch.collected().fen());
      assertThat(open.contains(batch)).isEqualTo(batch.state() != State.ARRIVED);
    }
    for (Holder collector : holders.subList(1, 3)) {
      long settled = settledParts(collector);
      CreditLine line = office.desk.line(collector);
      assertThat(line.position().fen())
          .as(collector.toString())
          .isEqualTo(settled - collected.getOrDefault(collector, 0L));
      assertThat(line.reserved()).isEqualTo(Money.ZERO);
    }
    office.requireBooksAgree();
  }

  /** Returns what a collector has in settled batches, as the batches say. */
  private static long settledParts(Holder collector) {
    return office
        .desk
        .database
        .jpa()
        .txExpr(
            em -> {
              Object sum =
                  em.createNativeQuery(
                          "SELECT COALESCE(SUM(p.amount), 0) FROM gt_fund_part p"
                              + " JOIN gt_fund_batch b ON b.batch = p.batch"
                              + " WHERE p.holder = ?1 AND b.state = 'ARRIVED'")
                      .setParameter(1, collector.toString())
                      .getSingleResult();
              return Long.parseLong(sum.toString());
            });
  }
}
