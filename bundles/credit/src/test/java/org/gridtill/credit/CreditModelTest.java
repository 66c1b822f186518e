package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;

/**
 * Credit against a model of plain numbers: random sequences of all that may happen to it, on two
 * nodes, any of which may die before its commit. After each step every level must say what the
 * model says. The seed is printed with the result; a failing sequence is made as short as it gets.
 */
class CreditModelTest {

  private static Desk desk;
  private static JpaCredit[] nodes;
  private static int number;

  private enum Kind {
    RESERVE,
    RELEASE,
    COMMIT,
    RESTORE,
    PAY_IN,
    LIMIT,
    SUSPEND,
    RESUME,
    MOVE
  }

  private record Op(Kind kind, int which, int other, long fen, boolean dies) {}

  /** Money that is reserved, or held. */
  private record Taken(ModelLine line, long fen, long number) {}

  /** A process that dies before its commit. */
  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @BeforeContainer
  static void open() {
    desk = new Desk();
    nodes = new JpaCredit[] {desk.lendingNode(true), desk.lendingNode(true)};
  }

  @AfterContainer
  static void close() {
    desk.close();
  }

  @Provide
  Arbitrary<List<Op>> sequences() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(10, Arbitraries.just(Kind.RESERVE)),
            net.jqwik.api.Tuple.of(10, Arbitraries.of(Kind.values())));
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, 99),
            Arbitraries.integers().between(0, 99),
            Arbitraries.longs().between(1, 4000),
            Arbitraries.integers().between(0, 9).map(n -> n == 0))
        .as(Op::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void saysWhatTheModelSays(@ForAll("sequences") List<Op> sequence) {
    World world = new World(++number);
    sequence.forEach(world::run);
  }

  /** Two agencies above, three below, a collector in each of those, on shared tables. */
  private static final class World {

    private final List<ModelLine> lines = new ArrayList<>();
    private final List<ModelLine> agencies = new ArrayList<>();
    private final List<Taken> reserved = new ArrayList<>();
    private final List<Taken> held = new ArrayList<>();
    private int steps;

    World(int number) {
      ModelLine first = agency("R" + number + "x1", null, 9000);
      agency("R" + number + "x2", null, 9000);
      for (int i = 1; i <= 3; i++) {
        ModelLine agency = agency("A" + number + "x" + i, first, 6000);
        Holder collector =
            desk.collector(agency.holder.agencyCode(), "C1", Money.ofFen(5000).toString());
        lines.add(new ModelLine(collector, agency, 5000));
      }
    }

    private ModelLine agency(String code, ModelLine parent, long limit) {
      String above = parent == null ? null : parent.holder.agencyCode();
      desk.agency(code, above, Money.ofFen(limit).toString());
      ModelLine line = new ModelLine(Holder.agency(code), parent, limit);
      lines.add(line);
      agencies.add(line);
      return line;
    }

    void run(Op op) {
      JpaCredit node = nodes[steps++ % nodes.length];
      ModelLine line = lines.get(op.which() % lines.size());
      switch (op.kind()) {
        case RESERVE -> reserve(node, line, op);
        case RELEASE -> taken(reserved, op).ifPresent(t -> end(node, t, op, false));
        case COMMIT -> taken(reserved, op).ifPresent(t -> end(node, t, op, true));
        case RESTORE -> taken(held, op).ifPresent(t -> restore(node, t, op));
        case PAY_IN -> payIn(node, agencies.get(op.which() % agencies.size()), op);
        case LIMIT -> limit(line, op);
        case SUSPEND -> set(line, HolderState.SUSPENDED);
        case RESUME -> set(line, HolderState.ACTIVE);
        case MOVE -> move(op);
      }
      check(op);
    }

    private void reserve(JpaCredit node, ModelLine line, Op op) {
      String against = line.against(op.fen());
      List<String> said = new ArrayList<>();
      boolean lives =
          survives(
              op,
              () ->
                  node.reserve(line.holder, Money.ofFen(op.fen()), steps)
                      .ifPresent(refusal -> said.add(refusal.words())));
      assertThat(String.join("", said)).endsWith(against);
      assertThat(said.isEmpty()).isEqualTo(against.isEmpty());
      Statistics.label("reservation").collect(against.replaceAll("^\\S+ ", ""));
      if (lives && said.isEmpty()) {
        line.add(op.fen(), 0);
        reserved.add(new Taken(line, op.fen(), steps));
      }
    }

    private Optional<Taken> taken(List<Taken> from, Op op) {
      return from.isEmpty() ? Optional.empty() : Optional.of(from.get(op.which() % from.size()));
    }

    private void end(JpaCredit node, Taken taken, Op op, boolean commit) {
      Money amount = Money.ofFen(taken.fen());
      Holder holder = taken.line().holder;
      Runnable step =
          commit
              ? () -> node.commit(holder, amount, taken.number())
              : () -> node.release(holder, amount, taken.number());
      if (survives(op, step)) {
        reserved.remove(taken);
        taken.line().add(-taken.fen(), commit ? -taken.fen() : 0);
        if (commit) {
          held.add(taken);
        }
      }
    }

    private void restore(JpaCredit node, Taken taken, Op op) {
      if (survives(
          op, () -> node.restore(taken.line().holder, Money.ofFen(taken.fen()), taken.number()))) {
        held.remove(taken);
        taken.line().add(0, taken.fen());
      }
    }

    private void payIn(JpaCredit node, ModelLine line, Op op) {
      if (survives(op, () -> node.change(line.holder, new Levels.Change(0, op.fen()), steps))) {
        line.add(0, op.fen());
      }
    }

    private void limit(ModelLine line, Op op) {
      Money limit = Money.ofFen(op.fen() * 3);
      desk.limits.request(line.holder, limit, "anna", "for the test");
      if (survives(op, () -> desk.limits.authorize(line.holder, limit, "bert"))) {
        line.limit = limit.fen();
      } else {
        desk.limits.drop(line.holder, "anna");
      }
    }

    private void set(ModelLine line, HolderState state) {
      if (line.state != state) {
        if (state == HolderState.ACTIVE) {
          desk.register.resume(line.holder, "anna");
        } else {
          desk.register.suspend(line.holder, "anna", "for the test");
        }
        line.state = state;
      }
    }

    private void move(Op op) {
      ModelLine agency = agencies.get(op.which() % agencies.size());
      ModelLine to = agencies.get(op.other() % agencies.size());
      if (to == agency.parent || to.isBelowOrAt(agency)) {
        return;
      }
      try {
        if (survives(
            op,
            () -> desk.register.move(agency.holder.agencyCode(), to.holder.agencyCode(), "anna"))) {
          moveInModel(agency, to);
        }
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageMatching("the limit of .*|more than 4 agencies .*");
        Statistics.label("move").collect("refused");
      }
    }

    private void moveInModel(ModelLine agency, ModelLine to) {
      long reservedThere = agency.reserved;
      long position = agency.position;
      if (agency.parent != null) {
        agency.parent.add(-reservedThere, -position);
      }
      agency.parent = to;
      to.add(reservedThere, position);
      Statistics.label("move").collect("done");
    }

    private boolean survives(Op op, Runnable step) {
      try {
        desk.database
            .jpa()
            .tx(
                TransactionType.Required,
                em -> {
                  step.run();
                  if (op.dies()) {
                    throw new Death();
                  }
                });
        return true;
      } catch (Death e) {
        return false;
      }
    }

    private void check(Op op) {
      for (ModelLine line : lines) {
        assertThat(line.isLike(desk.line(line.holder)))
            .as("%s and %s after %s", line, desk.line(line.holder), op)
            .isTrue();
      }
    }
  }
}
