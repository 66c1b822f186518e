package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import org.gridtill.store.testing.TestDatabase;
import org.gridtill.transactions.Violation.Invariant;

/** A test of the test: engines that are broken on purpose are caught, each for what it breaks. */
class BrokenEngineTest {

  private static final int MOST_SEQUENCES = 400;
  private static final long SEED = 20_261_124;

  @Example
  void anIntentThatIsSkipped() {
    isCaught(
        BrokenEngine.SKIPPED_INTENT,
        Invariant.JOURNAL_IS_BILLING,
        Invariant.EACH_EXACTLY_ONCE,
        Invariant.TOLD_DONE,
        Invariant.TOLD_REVERSED);
  }

  @Example
  void aKeyThatIsForgotten() {
    isCaught(
        BrokenEngine.LOST_IDEMPOTENCY,
        Invariant.TOLD_DONE,
        Invariant.TOLD_REFUSED,
        Invariant.TOLD_REVERSED,
        Invariant.OTHER_CONTENT);
  }

  @Example
  void aGuessWhenNoAnswerComes() {
    isCaught(
        BrokenEngine.GUESS_ON_TIMEOUT, Invariant.JOURNAL_IS_BILLING, Invariant.EACH_EXACTLY_ONCE);
  }

  @Example
  void aGuessWhenNothingIsFound() {
    isCaught(
        BrokenEngine.GUESS_ON_NOT_FOUND, Invariant.JOURNAL_IS_BILLING, Invariant.EACH_EXACTLY_ONCE);
  }

  @Example
  void aCardThatIsForgotten() {
    isCaught(BrokenEngine.FORGOTTEN_CARD, Invariant.CREDIT_IS_PAID);
  }

  private static void isCaught(BrokenEngine defect, Invariant... by) {
    Optional<Violation> found = violation(defect);

    assertThat(found).as("%s within %d sequences", defect, MOST_SEQUENCES).isPresent();
    assertThat(found.get().invariant())
        .as("%s, seed %d: %s", defect, SEED, found.get().getMessage())
        .isIn((Object[]) by);
  }

  private static Optional<Violation> violation(BrokenEngine defect) {
    RandomGenerator<List<Op>> generator = Sequences.any().generator(1000);
    Random random = new Random(SEED);
    try (TestDatabase database = new TestDatabase()) {
      for (int number = 1; number <= MOST_SEQUENCES; number++) {
        List<Op> sequence = generator.next(random).value();
        ModelWorld world = new ModelWorld(database, number, defect);
        try {
          sequence.forEach(world::run);
          world.heal();
          Invariants.check(world);
        } catch (Violation e) {
          return Optional.of(e);
        }
      }
    }
    return Optional.empty();
  }
}
