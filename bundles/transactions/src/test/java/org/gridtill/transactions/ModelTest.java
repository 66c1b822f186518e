package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import org.gridtill.accounts.JpaJournal;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.testing.TestDatabase;

/**
 * The engine against a model: random sequences of requests, repetitions, reorderings, faults of the
 * billing system, and deaths of the process between any two steps, on a clock that only the test
 * moves. The seed is printed with the result; a failing sequence is made as short as it gets.
 */
class ModelTest {

  private static TestDatabase database;
  private static int number;

  @BeforeContainer
  static void open() {
    database = new TestDatabase();
  }

  @AfterContainer
  static void close() {
    EngineFixture.TestClock clock = new EngineFixture.TestClock();
    Money total = new JpaJournal(database.jpa(), clock).trialBalance().total();
    database.close();
    assertThat(total).as("the trial balance over all sequences").isEqualTo(Money.ZERO);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void holdsWhateverHappens(@ForAll("sequences") List<Op> sequence) {
    ModelWorld world = new ModelWorld(database, ++number, BrokenEngine.NOT_BROKEN);
    sequence.forEach(world::run);
    world.heal();
    Invariants.check(world);
    world.till.orders().stream()
        .map(order -> world.find(order.trace))
        .flatMap(Optional::stream)
        .forEach(ModelTest::count);
    Statistics.label("meter has credit")
        .collect(world.till.credited().isPositive())
        .coverage(c -> c.check(true).percentage(p -> p > 10));
  }

  private static void count(TransactionRecord record) {
    Statistics.label("money")
        .collect(record.kind(), record.state())
        .coverage(ModelTest::meetsWhatMatters);
    Statistics.label("card").collect(record.cardState(), record.meterState());
  }

  /** A generator that never gets there would prove nothing. */
  private static void meetsWhatMatters(StatisticsCoverage coverage) {
    for (TransactionKind kind : TransactionKind.values()) {
      coverage.check(kind, TransactionState.COMPLETED).count(n -> n > 0);
      if (kind.takesMoney()) {
        coverage.check(kind, TransactionState.REVERSED).count(n -> n > 0);
      }
    }
  }

  @Provide
  Arbitrary<List<Op>> sequences() {
    return Sequences.any();
  }
}
