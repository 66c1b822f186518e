package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.TestIdentity;

/**
 * A terminal with a queue of people before it: some pay bills, some buy credit on a card or over
 * the air, and some want their money back. It works until the platform goes away, and asks
 * afterwards what became of everything. For use by one thread at a time.
 */
final class Till implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final PosTerminal terminal;
  private final Random random;
  private final Deque<String> billPayers;
  private final Deque<String> remoteBuyers;
  private final List<CardCustomer> cardCustomers = new ArrayList<>();
  private final List<Sale> sales = new ArrayList<>();
  private int asked;

  /**
   * Who comes to a till.
   *
   * @param billPayers pay after use
   * @param remoteBuyers have meters that get their credit over the air
   */
  record Queue(List<String> billPayers, List<String> remoteBuyers) {}

  Till(String terminalCode, String agencyCode, int port, Queue queue, Random random) {
    terminal =
        PosTerminal.of(terminalCode, agencyCode)
            .at("127.0.0.1", port)
            .timeouts(Duration.ofSeconds(2), ANSWER)
            .build();
    billPayers = new ArrayDeque<>(queue.billPayers());
    remoteBuyers = new ArrayDeque<>(queue.remoteBuyers());
    this.random = random;
  }

  /** Adds somebody with a card. */
  void add(String consumer, String meterNo) {
    cardCustomers.add(new CardCustomer(terminal, consumer, meterNo));
  }

  /** Opens the shift, which outlives the platform; the terminal is signed on. */
  void openShift() throws IOException {
    PosAnswer opened = terminal.openShift(TestIdentity.of(terminal.terminalCode()));
    assertThat(opened.code()).as(opened.text()).isEqualTo("00");
  }

  /**
   * Tells whether the platform serves the terminal: while it starts, it lets terminals sign on
   * before it can do anything for them.
   */
  boolean isServed() throws IOException {
    return terminal.signOn().done()
        && !terminal.query(billPayers.element()).code().equals(Sale.AWAY);
  }

  /** Serves one after the other until the connection fails, and returns that failure. */
  IOException workUntilLost(AtomicInteger completed) {
    try {
      while (!billPayers.isEmpty() && !remoteBuyers.isEmpty()) {
        serveNext();
        Sale last = sales.isEmpty() ? null : sales.get(sales.size() - 1);
        if (last != null && last.isKnown()) {
          completed.incrementAndGet();
        }
      }
    } catch (IOException e) {
      return e;
    }
    throw new AssertionError(terminal.terminalCode() + " has no consumers left");
  }

  private void serveNext() throws IOException {
    switch (random.nextInt(4)) {
      case 0 -> sellOverTheAir();
      case 1 -> sellOnCard(cardCustomers.get(random.nextInt(cardCustomers.size())));
      default -> payBills();
    }
  }

  private void payBills() throws IOException {
    String consumer = billPayers.remove();
    PosAnswer bill = terminal.query(consumer);
    if (!bill.done() || bill.amountFen() == 0) {
      assertThat(bill.code()).as("bill query of %s", consumer).isIn("00", "N0", "91");
      return;
    }
    Sale payment =
        new Sale(terminal.payRequest(consumer, bill.amountFen()), consumer, bill.amountFen());
    sales.add(payment);
    payment.send(terminal);
    undoNowAndThen(payment);
  }

  private void sellOverTheAir() throws IOException {
    String consumer = remoteBuyers.remove();
    long fen = 1_000 + random.nextInt(2_000);
    Sale sale = new Sale(terminal.requests().rechargeRemotely(consumer, fen), consumer, fen);
    sales.add(sale);
    sale.send(terminal);
    undoNowAndThen(sale);
  }

  private void sellOnCard(CardCustomer customer) throws IOException {
    if (customer.isServed()) {
      sales.add(customer.next(random));
      customer.buy();
    } else {
      customer.settle();
    }
  }

  private void undoNowAndThen(Sale sale) throws IOException {
    if (random.nextInt(4) == 0) {
      sale.undo();
      sale.learnUndo(terminal.reverse(sale.message()));
    }
  }

  /**
   * Asks about all sales since the last time, goes on undoing what is to be undone, and settles
   * every card.
   *
   * @return whether the end of each is known
   */
  boolean resolve() throws IOException {
    for (CardCustomer customer : cardCustomers) {
      if (!customer.settle()) {
        return false;
      }
    }
    while (asked < sales.size()) {
      Sale sale = sales.get(asked);
      if (sale.isToBeUndone() && !sale.isOver()) {
        sale.learnUndo(terminal.reverse(sale.message()));
      }
      if (sale.ask(terminal) == null || !sale.isOver()) {
        return false;
      }
      asked++;
    }
    return true;
  }

  /** Returns the sales that have no end yet. */
  List<Sale> open() {
    return sales.stream().filter(sale -> !sale.isOver()).toList();
  }

  List<Sale> sales() {
    return List.copyOf(sales);
  }

  List<CardCustomer> cardCustomers() {
    return List.copyOf(cardCustomers);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
