package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Debtor;

/** Who comes to the terminals, and what for. Safe for use by many threads. */
final class Counter {

  /** One in so many pays; the others ask what they owe. */
  private static final int ONE_PAYS_IN = 10;

  private static final int PEOPLE = 10_000;
  private static final int ASKERS = 500;

  private final List<Debtor> askers;
  private final Queue<Debtor> payers;
  private final AtomicInteger next = new AtomicInteger();

  Counter(ControlClient billing) {
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    List<Debtor> people = billing.debtors(1, PEOPLE, day);
    askers = people.subList(0, Math.min(ASKERS, people.size() / 2));
    payers = new ConcurrentLinkedQueue<>(people.subList(askers.size(), people.size()));
  }

  /** Somebody asks, or now and then pays. */
  PosAnswer mixed(PosTerminal terminal) throws IOException {
    if (next.incrementAndGet() % ONE_PAYS_IN != 0) {
      return query(terminal);
    }
    Debtor payer = payers.poll();
    if (payer == null) {
      throw new IllegalStateException("all bills are paid; measure for a shorter time");
    }
    return terminal.pay(payer.consumerNo(), payer.total().movePointRight(2).longValueExact());
  }

  /** Somebody asks what they owe. */
  PosAnswer query(PosTerminal terminal) throws IOException {
    int asker = Math.floorMod(next.incrementAndGet(), askers.size());
    return terminal.query(askers.get(asker).consumerNo());
  }
}
