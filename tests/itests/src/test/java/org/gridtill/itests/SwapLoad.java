package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * Terminals that ask and pay now and then, each on one connection for the whole time. Whatever they
 * do not get a good answer to is a failure, and so is a connection that is lost.
 */
final class SwapLoad implements AutoCloseable {

  /** From one terminal's request to the next one's; each has its turn after all others. */
  private static final long STEP_MILLIS = 15;

  /** How many can wait for an answer at once. */
  private static final int CALLERS = 32;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger exchanges = new AtomicInteger();
  private final AtomicLong longest = new AtomicLong();
  private final Queue<String> debtors;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Queue<String> paid = new ConcurrentLinkedQueue<>();
  private final List<Agent> agents;
  private final ScheduledExecutorService threads;

  SwapLoad(List<Agent> agents, List<String> consumers) {
    this.agents = new ArrayList<>(agents);
    debtors = new ConcurrentLinkedQueue<>(consumers);
    threads = Executors.newScheduledThreadPool(CALLERS);
  }

  void start(String anyConsumer) throws IOException {
    for (Agent agent : agents) {
      assertThat(agent.terminal().signOn().code()).isEqualTo("00");
    }
    for (int i = 0; i < agents.size(); i++) {
      PosTerminal terminal = agents.get(i).terminal();
      boolean pays = i % 8 == 0;
      threads.scheduleWithFixedDelay(
          () -> exchange(terminal, pays, anyConsumer),
          STEP_MILLIS * i,
          STEP_MILLIS * agents.size(),
          TimeUnit.MILLISECONDS);
    }
  }

  private void exchange(PosTerminal terminal, boolean pays, String anyConsumer) {
    if (over.get()) {
      return;
    }
    long start = System.nanoTime();
    try {
      if (pays) {
        pay(terminal);
      } else {
        good("query", terminal.query(anyConsumer));
      }
    } catch (IOException e) {
      failures.add(terminal.terminalCode() + ": " + e);
    }
    longest.accumulateAndGet(System.nanoTime() - start, Math::max);
  }

  private void pay(PosTerminal terminal) throws IOException {
    String consumer = debtors.poll();
    if (consumer == null) {
      good("echo", terminal.echo());
      return;
    }
    PosAnswer bills = good("bills", terminal.query(consumer));
    if (good("payment", terminal.pay(consumer, bills.amountFen())).code().equals("00")) {
      paid.add(consumer);
    }
  }

  private PosAnswer good(String what, PosAnswer answer) {
    exchanges.incrementAndGet();
    // Credit that is used up is a good answer, too.
    if (!answer.code().equals("00") && !answer.code().equals("61")) {
      failures.add(what + ": " + answer.code());
    }
    return answer;
  }

  int exchanges() {
    return exchanges.get();
  }

  boolean isOver() {
    return over.get();
  }

  List<String> paid() {
    return List.copyOf(paid);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  long longestMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longest.getAndSet(0));
  }

  void stop() throws InterruptedException {
    over.set(true);
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Override
  public void close() throws IOException {
    over.set(true);
    threads.shutdown();
    for (Agent agent : agents) {
      agent.close();
    }
  }
}
