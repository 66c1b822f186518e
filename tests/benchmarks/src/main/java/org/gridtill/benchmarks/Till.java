package org.gridtill.benchmarks;

import java.io.IOException;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient.Debtor;

/** A terminal, and the one who works it. For use by one thread. */
final class Till implements Load.Worker {

  private final PosTerminal terminal;
  private final Deck deck;
  private final Customers customers;
  private final Failures failures;
  private PosMessage paid;

  Till(PosTerminal terminal, Deck deck, Customers customers, Failures failures) {
    this.terminal = terminal;
    this.deck = deck;
    this.customers = customers;
    this.failures = failures;
  }

  @Override
  public Kind work() throws InterruptedException {
    Kind kind = deck.next(paid != null);
    try {
      String failure = perform(kind);
      if (failure == null) {
        return kind;
      }
      failures.add(kind, failure);
    } catch (IOException e) {
      failures.add(kind, e.toString());
    }
    return null;
  }

  /** Returns why it failed; null if it did not. */
  private String perform(Kind kind) throws IOException, InterruptedException {
    return switch (kind) {
      case BILL_PAYMENT -> pay();
      case CARD_RECHARGE -> recharge();
      case REMOTE_RECHARGE ->
          refusal(terminal.rechargeRemotely(customers.remoteMeter(), CardCustomer.PURCHASE_FEN));
      case BILL_QUERY -> refusal(terminal.query(customers.asker().consumerNo()));
      case METER_QUERY -> refusal(terminal.queryMeter(customers.remoteMeter()));
      case REVERSAL -> reverse();
    };
  }

  private String pay() throws IOException {
    Debtor debtor = customers.payer();
    PosMessage payment = terminal.payRequest(debtor.consumerNo(), Debts.fen(debtor));
    String failure = refusal(terminal.exchange(payment));
    paid = failure == null ? payment : null;
    return failure;
  }

  private String reverse() throws IOException {
    PosMessage original = paid;
    paid = null;
    return refusal(terminal.voidTransaction(original));
  }

  /** One whose sale failed does not come again. */
  private String recharge() throws IOException, InterruptedException {
    CardCustomer customer = customers.withCard();
    String failure = customer.recharge(terminal);
    if (failure == null) {
      customers.giveBack(customer);
    }
    return failure;
  }

  /** Returns what the platform said against it; null if nothing. */
  static String refusal(PosAnswer answer) {
    return answer.done() ? null : "code " + answer.code() + ", " + answer.text();
  }
}
