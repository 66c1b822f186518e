package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two nodes with the threads of each, on one database: whatever they do at once, and whichever of
 * them dies before its commit, no limit is exceeded at any moment, and in the end each level holds
 * what those below it have taken and not given back.
 */
class CreditStressTest {

  private static final int THREADS = 8;
  private static final int STEPS = 60;

  private final Desk desk = new Desk();
  private final List<Holder> tellers = new ArrayList<>();
  private final List<Holder> all = new ArrayList<>();
  private final JpaCredit[] nodes = {desk.lendingNode(false), desk.lendingNode(false)};

  CreditStressTest() {
    all.add(desk.agency("R001", null, "900.00"));
    all.add(desk.agency("R002", null, "900.00"));
    for (String agency : List.of("A001", "A002", "A003")) {
      all.add(desk.agency(agency, "R001", "500.00"));
      for (String code : List.of("C1", "C2")) {
        Holder collector = desk.collector(agency, code, "300.00");
        all.add(collector);
        tellers.add(collector);
      }
      tellers.add(Holder.agency(agency));
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** A process that dies before its commit. */
  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What one thread has taken and not given back. */
  private final class Teller implements Callable<Map<Holder, Long>> {

    private final Random random;
    private final JpaCredit node;
    private long payment;
    private final Map<Holder, Long> kept = new HashMap<>();

    Teller(int number, long seed) {
      random = new Random(seed + number);
      node = nodes[number % nodes.length];
    }

    @Override
    public Map<Holder, Long> call() {
      for (int i = 0; i < STEPS; i++) {
        Holder holder = tellers.get(random.nextInt(tellers.size()));
        long fen = 1 + random.nextInt(9000);
        payment = random.nextInt(100);
        if (survives(() -> reserve(holder, fen))) {
          end(holder, fen);
        }
      }
      return kept;
    }

    private void reserve(Holder holder, long fen) {
      if (node.reserve(holder, Money.ofFen(fen), payment).isPresent()) {
        throw new Death();
      }
    }

    /** As often as it takes, as the resolver does. */
    private void end(Holder holder, long fen) {
      Money amount = Money.ofFen(fen);
      int end = random.nextInt(3);
      Runnable step =
          end == 0
              ? () -> node.release(holder, amount, payment)
              : () -> node.commit(holder, amount, payment);
      while (!survives(step)) {
        Thread.onSpinWait();
      }
      if (end == 1) {
        kept.merge(holder, fen, Long::sum);
      } else if (end == 2) {
        while (!survives(() -> node.restore(holder, amount, payment))) {
          Thread.onSpinWait();
        }
      }
    }

    /** Tells whether the process has lived to see the commit. */
    private boolean survives(Runnable step) {
      boolean dies = random.nextInt(5) == 0;
      try {
        desk.database
            .jpa()
            .tx(
                TransactionType.Required,
                em -> {
                  step.run();
                  if (dies) {
                    throw new Death();
                  }
                });
        return true;
      } catch (Death e) {
        return false;
      }
    }
  }

  @Test
  void noInterleavingExceedsALimit() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS + 2);
    try {
      AtomicBoolean working = new AtomicBoolean(true);
      Future<Integer> watch = pool.submit(() -> watch(working));
      Future<Integer> moves = pool.submit(() -> move(working, new Random(seed)));
      List<Future<Map<Holder, Long>>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        work.add(pool.submit(new Teller(i, seed)));
      }
      Map<Holder, Long> kept = new HashMap<>();
      for (Future<Map<Holder, Long>> one : work) {
        one.get().forEach((holder, fen) -> kept.merge(holder, fen, Long::sum));
      }
      working.set(false);
      assertThat(watch.get()).as("looks").isPositive();
      assertThat(moves.get()).as("moves").isPositive();
      assertThat(kept).as("work").isNotEmpty();
      checkEnd(kept);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Looks at all levels, again and again. */
  private int watch(AtomicBoolean working) {
    int looks = 0;
    while (working.get()) {
      for (CreditLine line : desk.credit.list()) {
        assertThat(line.available().fen()).as(line.toString()).isNotNegative();
        assertThat(line.reserved().fen()).isNotNegative();
      }
      looks++;
    }
    return looks;
  }

  /** Moves agencies with all they hold, as far as there is room. */
  private int move(AtomicBoolean working, Random random) {
    int moves = 0;
    while (working.get()) {
      String agency = "A00" + (1 + random.nextInt(3));
      String parent = "R00" + (1 + random.nextInt(2));
      try {
        desk.register.move(agency, parent, "anna");
        moves++;
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageMatching(".* is there|the limit of .*|.* at the same moment.*");
      }
    }
    return moves;
  }

  private void checkEnd(Map<Holder, Long> kept) {
    for (Holder holder : all) {
      CreditLine line = desk.line(holder);
      assertThat(line.reserved()).as("reserved by " + holder).isEqualTo(Money.ZERO);
      assertThat(line.used().fen()).as("used by " + holder).isEqualTo(expected(holder, kept));
    }
  }

  private long expected(Holder holder, Map<Holder, Long> kept) {
    return kept.entrySet().stream()
        .filter(entry -> isBelow(entry.getKey(), holder))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private boolean isBelow(Holder low, Holder high) {
    if (low.equals(high) || !high.isCollector() && low.agency().equals(high)) {
      return true;
    }
    String parent = desk.line(low.agency()).parentCode();
    return !high.isCollector() && high.agencyCode().equals(parent);
  }
}
