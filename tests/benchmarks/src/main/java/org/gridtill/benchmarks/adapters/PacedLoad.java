package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * Terminals that each ask or pay at a steady pace, on one connection. A terminal that had to wait
 * leaves out what it would have done meanwhile, so that less is done if the platform stalls.
 */
final class PacedLoad {

  /** What a terminal does. */
  interface Work {
    PosAnswer by(PosTerminal terminal) throws IOException;
  }

  private final List<PosTerminal> terminals;
  private final Work work;
  private final long everyNanos;
  private final Consumer<Exchange> listener;
  private final ExecutorService threads;
  private final List<Future<List<Exchange>>> results = new ArrayList<>();
  private volatile boolean over;

  /**
   * Does nothing before it starts.
   *
   * @param every from one exchange of a terminal to its next; zero for without a pause
   * @param listener is told of each exchange, on the terminal's thread
   */
  PacedLoad(List<PosTerminal> terminals, Work work, Duration every, Consumer<Exchange> listener) {
    this.terminals = terminals;
    this.work = work;
    everyNanos = every.toNanos();
    this.listener = listener;
    threads = Executors.newFixedThreadPool(terminals.size());
  }

  void start() {
    long start = System.nanoTime();
    for (int i = 0; i < terminals.size(); i++) {
      PosTerminal terminal = terminals.get(i);
      long first = start + everyNanos * i / terminals.size();
      results.add(threads.submit(() -> run(terminal, first)));
    }
  }

  /** Ends all, each after what it is doing, and returns what they did. */
  Exchanges stop() throws InterruptedException, ExecutionException {
    over = true;
    // Wakes those that wait for their turn; reading from a socket does not notice.
    threads.shutdownNow();
    List<Exchange> all = new ArrayList<>();
    for (Future<List<Exchange>> result : results) {
      all.addAll(result.get());
    }
    return new Exchanges(all);
  }

  private List<Exchange> run(PosTerminal terminal, long first) {
    List<Exchange> done = new ArrayList<>();
    long turn = first;
    while (awaited(turn)) {
      Exchange exchange = exchange(terminal);
      done.add(exchange);
      listener.accept(exchange);
      turn = next(turn, everyNanos, System.nanoTime());
    }
    return done;
  }

  /** Returns the first turn that is not over yet. */
  static long next(long turn, long every, long now) {
    if (every == 0) {
      return now;
    }
    return turn + Math.max(1, Math.floorDiv(now - turn + every - 1, every)) * every;
  }

  /** Waits for a turn; returns whether there is one. */
  private boolean awaited(long turn) {
    for (long left; !over && (left = turn - System.nanoTime()) > 0; ) {
      LockSupport.parkNanos(left);
    }
    return !over;
  }

  private Exchange exchange(PosTerminal terminal) {
    long start = System.nanoTime();
    try {
      PosAnswer answer = work.by(terminal);
      String failure = answer.done() ? null : "code " + answer.code() + ", " + answer.text();
      Zone zone = Zone.of(answer, Instant.now());
      return new Exchange(start, System.nanoTime(), failure, false, zone);
    } catch (IOException e) {
      boolean dropped = !(e instanceof SocketTimeoutException);
      return new Exchange(start, System.nanoTime(), e.toString(), dropped, null);
    }
  }
}
