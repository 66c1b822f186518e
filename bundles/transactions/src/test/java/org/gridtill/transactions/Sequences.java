package org.gridtill.transactions;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** What happens to an engine, at random, but rather what happens in life than anything at all. */
final class Sequences {

  private static final int MOST_PHRASES = 12;
  private static final int MOST_BOUNDARIES = 14;

  /** A consumer whose meter has taken a first purchase. */
  private static final List<Op> CARD_IN_USE =
      Stream.of(Op.Kind.OPEN, Op.Kind.WRITE, Op.Kind.INSERT)
          .map(kind -> new Op(kind, 0, null, -1))
          .toList();

  private Sequences() {}

  /** Single steps, and among them phrases in which a card is sold on, written, and used. */
  static Arbitrary<List<Op>> any() {
    return Combinators.combine(Arbitraries.of(List.<Op>of(), CARD_IN_USE), phrases())
        .as((before, then) -> Stream.concat(before.stream(), then.stream()).toList());
  }

  private static Arbitrary<List<Op>> phrases() {
    return Arbitraries.frequencyOf(
            Tuple.of(5, op(kinds()).list().ofSize(1)),
            Tuple.of(1, phrase(Op.Kind.OPEN, Op.Kind.WRITE, Op.Kind.REPORT, Op.Kind.INSERT)),
            Tuple.of(1, phrase(Op.Kind.INSERT, Op.Kind.RECHARGE, Op.Kind.WRITE)),
            Tuple.of(1, phrase(Op.Kind.RECHARGE, Op.Kind.WRITE, Op.Kind.INSERT, Op.Kind.REVERSE)),
            Tuple.of(1, phrase(Op.Kind.RECHARGE_REMOTELY, Op.Kind.RESOLVE, Op.Kind.REVERSE)),
            Tuple.of(
                1,
                phrase(
                    Op.Kind.INSERT,
                    Op.Kind.RECHARGE,
                    Op.Kind.WRITE,
                    Op.Kind.REPORT,
                    Op.Kind.REWRITE,
                    Op.Kind.WRITE)),
            Tuple.of(
                1,
                phrase(
                    Op.Kind.WRITE, Op.Kind.CLEAR, Op.Kind.WRITE, Op.Kind.REPORT, Op.Kind.REVERSE)))
        .list()
        .ofMinSize(2)
        .ofMaxSize(MOST_PHRASES)
        .withSizeDistribution(RandomDistribution.uniform())
        .map(phrases -> phrases.stream().flatMap(List::stream).toList());
  }

  private static Arbitrary<List<Op>> phrase(Op.Kind... kinds) {
    List<Arbitrary<Op>> ops = Stream.of(kinds).map(kind -> op(Arbitraries.just(kind))).toList();
    return Combinators.combine(ops).as(list -> list);
  }

  private static Arbitrary<Op> op(Arbitrary<Op.Kind> kinds) {
    return Combinators.combine(kinds, which(), faults(), fuses()).as(Op::new);
  }

  /** Rather the latest than any. */
  private static Arbitrary<Integer> which() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.integers().between(0, 2)),
        Tuple.of(1, Arbitraries.integers().between(0, 99)));
  }

  private static Arbitrary<Op.Kind> kinds() {
    return Arbitraries.frequency(
        Tuple.of(6, Op.Kind.PAY),
        Tuple.of(2, Op.Kind.PREPAY),
        Tuple.of(3, Op.Kind.OPEN),
        Tuple.of(5, Op.Kind.RECHARGE),
        Tuple.of(3, Op.Kind.RECHARGE_REMOTELY),
        Tuple.of(1, Op.Kind.REPLACE),
        Tuple.of(5, Op.Kind.REPEAT),
        Tuple.of(2, Op.Kind.REUSE_KEY),
        Tuple.of(6, Op.Kind.REVERSE),
        Tuple.of(2, Op.Kind.REVERSE_BEFORE),
        Tuple.of(4, Op.Kind.ASK),
        Tuple.of(6, Op.Kind.WRITE),
        Tuple.of(5, Op.Kind.REPORT),
        Tuple.of(3, Op.Kind.REWRITE),
        Tuple.of(3, Op.Kind.CLEAR),
        Tuple.of(4, Op.Kind.INSERT),
        Tuple.of(2, Op.Kind.QUERY_METER),
        Tuple.of(2, Op.Kind.ANSWER_OVER_THE_AIR),
        Tuple.of(2, Op.Kind.ARRIVE_LATE),
        Tuple.of(1, Op.Kind.REMIT),
        Tuple.of(4, Op.Kind.WAIT),
        Tuple.of(4, Op.Kind.RESOLVE),
        Tuple.of(1, Op.Kind.RESTART));
  }

  private static Arbitrary<ModelBilling.Fault> faults() {
    return Arbitraries.of(ModelBilling.Fault.class).injectNull(0.8);
  }

  private static Arbitrary<Integer> fuses() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(-1)),
        Tuple.of(1, Arbitraries.integers().between(0, MOST_BOUNDARIES)));
  }
}
