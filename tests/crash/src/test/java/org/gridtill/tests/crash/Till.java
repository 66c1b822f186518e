package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * A terminal with a queue of people before it. It pays until the platform goes away, and asks
 * afterwards what became of each payment. For use by one thread at a time.
 */
final class Till implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** The response code of a platform that cannot work now; it says nothing about a payment. */
  private static final String AWAY = "96";

  private final PosTerminal terminal;
  private final Deque<String> consumers;
  private final List<Payment> payments = new ArrayList<>();
  private int asked;

  Till(String terminalCode, String agencyCode, int port, List<String> consumers) {
    terminal =
        PosTerminal.of(terminalCode, agencyCode)
            .at("127.0.0.1", port)
            .timeouts(Duration.ofSeconds(2), ANSWER)
            .build();
    this.consumers = new ArrayDeque<>(consumers);
  }

  /**
   * Tells whether the platform serves the terminal: while it starts, it lets terminals sign on
   * before it can do anything for them.
   */
  boolean isServed() throws IOException {
    return terminal.signOn().done() && !terminal.query(consumers.element()).code().equals(AWAY);
  }

  /** Pays one bill after the other until the connection fails, and returns that failure. */
  IOException payUntilLost(AtomicInteger completed) {
    try {
      while (!consumers.isEmpty()) {
        payNext(completed);
      }
    } catch (IOException e) {
      return e;
    }
    throw new AssertionError(terminal.terminalCode() + " has no consumers left");
  }

  private void payNext(AtomicInteger completed) throws IOException {
    String consumer = consumers.remove();
    PosAnswer bill = terminal.query(consumer);
    if (bill.code().equals("N0")) {
      return;
    }
    assertThat(bill.code()).as("bill query of %s", consumer).isEqualTo("00");
    Payment payment =
        new Payment(terminal.payRequest(consumer, bill.amountFen()), consumer, bill.amountFen());
    payments.add(payment);
    PosAnswer answer = terminal.exchange(payment.message());
    assertThat(answer.authentic()).as("answer to the payment of %s", payment).isTrue();
    payment.learn(answer.code(), answer.serialNo());
    if (payment.isPaid()) {
      completed.incrementAndGet();
    }
  }

  /**
   * Asks about all payments since the last time. What was paid must have stayed paid.
   *
   * @return whether the outcome of each is known
   */
  boolean resolve() throws IOException {
    while (asked < payments.size()) {
      Payment payment = payments.get(asked);
      PosAnswer answer = terminal.queryTransaction(payment.message());
      if (answer.code().equals(AWAY)) {
        return false;
      }
      assertThat(answer.authentic()).as("answer about %s", payment).isTrue();
      if (payment.isPaid()) {
        assertThat(answer.code()).as("a completed payment, %s", payment).isEqualTo("00");
        assertThat(answer.serialNo()).isEqualTo(payment.serialNo());
      }
      payment.learn(answer.code(), answer.serialNo());
      if (!payment.isFinal()) {
        return false;
      }
      asked++;
    }
    return true;
  }

  /** Returns how many payments have no answer yet. */
  long open() {
    return payments.stream().filter(payment -> !payment.isFinal()).count();
  }

  List<Payment> payments() {
    return List.copyOf(payments);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
