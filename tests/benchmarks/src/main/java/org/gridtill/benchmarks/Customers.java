package org.gridtill.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Debtor;
import org.gridtill.simulator.sg186.TestConsumers;

/**
 * Who comes to the terminals of one side, which is the platform or the floor; the two have none in
 * common. Safe for use by many threads.
 */
final class Customers {

  /** Sides are so many consumers apart. */
  static final int SIDE = 1_000_000;

  private static final int HUNDRED = 100;
  private static final int CARD_METERS = 9;
  private static final int REMOTE_METERS = 4;
  private static final int ASKERS = 1_000;
  private static final int PATIENCE_SECONDS = 120;

  private final int side;
  private final Debts debts;
  private final Debts askers;
  private final AtomicInteger cards = new AtomicInteger();
  private final AtomicInteger remote = new AtomicInteger();
  private final LinkedBlockingQueue<CardCustomer> waiting = new LinkedBlockingQueue<>();

  /**
   * Reads who owes what.
   *
   * @param side which one, counted from 0
   * @param debtors how many bills can be paid at most
   * @param day the day on which they will be paid
   */
  Customers(ControlClient control, int side, int debtors, LocalDate day) {
    this.side = side;
    debts = new Debts(control, side * SIDE + 1 + 2 * ASKERS, debtors, day);
    askers = new Debts(control, side * SIDE + 1, ASKERS, day);
  }

  /** Returns one whose bills nobody else pays. */
  Debtor payer() {
    return debts.next();
  }

  /** Returns one who asks for its bills; they are never paid. */
  Debtor asker() {
    Debtor debtor = askers.next();
    askers.add(debtor);
    return debtor;
  }

  /** Returns one with a meter that gets credit over the air; another one each time. */
  String remoteMeter() {
    return TestConsumers.remoteMeter(side * (SIDE / HUNDRED) * REMOTE_METERS + remote());
  }

  private int remote() {
    return remote.getAndIncrement() % (SIDE / HUNDRED * REMOTE_METERS);
  }

  /** Returns one with a card meter that is not open; another one each time. */
  String newCardMeter() {
    return TestConsumers.cardMeter(side * (SIDE / HUNDRED) * CARD_METERS + cards.getAndIncrement());
  }

  /** Takes one that has a card; {@link #giveBack} is for when it leaves. */
  CardCustomer withCard() throws IOException, InterruptedException {
    CardCustomer customer = waiting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (customer == null) {
      throw new IOException("there is nobody with a card");
    }
    return customer;
  }

  void giveBack(CardCustomer customer) {
    waiting.add(customer);
  }
}
