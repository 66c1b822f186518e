package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.simulator.card.Insertion;
import org.junit.jupiter.api.Test;

/** A rewrite and a reversal of the same sale at once. */
class CardRaceTest {

  private static final int ROUNDS = 40;

  @Test
  void neverGivesBothACardToWriteAndTheMoneyBack() throws Exception {
    EngineFixture f = new EngineFixture(Money.parse("10000.00"));
    CardTerminal t = new CardTerminal(f);
    t.openAndInsert(1, 1000);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    int kept = 0;
    try {
      for (int round = 0; round < ROUNDS; round++) {
        if (isKept(f, t, pool, 10 + 2 * round)) {
          kept++;
        }
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(t.meter.remaining()).isEqualTo(Money.ofFen(1000 + 1000L * kept));
    assertThat(f.line().used()).isEqualTo(t.meter.remaining());
    f.resolveAll();
    f.assertSound();
    f.close();
  }

  /** Returns whether the sale came to the meter; otherwise it was undone. */
  private static boolean isKept(EngineFixture f, CardTerminal t, ExecutorService pool, int sale)
      throws Exception {
    assertThat(t.recharge(sale, 1000)).isInstanceOf(Reply.Paid.class);
    t.report(sale, CardOutcome.NOT_WRITTEN);
    Request rewrite =
        new CardRequest.Rewrite(
            EngineFixture.origin(sale + 1), CardTerminal.original(sale), t.card.reading());
    CyclicBarrier start = new CyclicBarrier(2);
    Future<Reply> rewritten = pool.submit(() -> after(start, () -> t.handle(rewrite)));
    Future<Reply> undone = pool.submit(() -> after(start, () -> t.reverse(sale, 1000, null)));
    List<Reply> replies =
        List.of(rewritten.get(60, TimeUnit.SECONDS), undone.get(60, TimeUnit.SECONDS));

    boolean toWrite = replies.get(0) instanceof Reply.Paid;
    boolean moneyBack = replies.get(1) instanceof Reply.Reversed;
    assertThat(toWrite).as("one of both, and not the other: %s", replies).isNotEqualTo(moneyBack);
    assertThat(t.money(sale))
        .isEqualTo(moneyBack ? TransactionState.REVERSED : TransactionState.COMPLETED);
    if (toWrite) {
      t.report(sale + 1, t.write(replies.get(0)));
      assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
      t.query();
    }
    f.resolveDue();
    return toWrite;
  }

  private static Reply after(CyclicBarrier start, Supplier<Reply> code) throws Exception {
    start.await(60, TimeUnit.SECONDS);
    return code.get();
  }
}
