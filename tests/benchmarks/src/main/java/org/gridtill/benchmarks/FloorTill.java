package org.gridtill.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.gridtill.simulator.sg186.ControlClient.Debtor;

/** Does what a {@link Till} and the platform do together, without either. For use by one thread. */
final class FloorTill implements Load.Worker {

  private final FloorRows rows;
  private final SoapFloor billing;
  private final Deck deck;
  private final Customers customers;
  private final AtomicLong serials;
  private Paid paid;

  private record Paid(long serial, Debtor debtor) {}

  FloorTill(FloorRows rows, SoapFloor billing, Deck deck, Customers customers, AtomicLong serials) {
    this.rows = rows;
    this.billing = billing;
    this.deck = deck;
    this.customers = customers;
    this.serials = serials;
  }

  @Override
  public Kind work() throws SQLException, IOException, InterruptedException {
    Kind kind = deck.next(paid != null);
    long serial = serials.getAndIncrement();
    switch (kind) {
      case BILL_PAYMENT -> pay(serial);
      case CARD_RECHARGE -> rechargeCard(serial);
      case REMOTE_RECHARGE -> rechargeRemotely(serial);
      case BILL_QUERY -> billing.queryBills(serial, customers.asker().consumerNo());
      case METER_QUERY -> billing.queryMeter(serial, customers.remoteMeter());
      case REVERSAL -> reverse(serial);
    }
    return kind;
  }

  private void pay(long serial) throws SQLException, IOException, InterruptedException {
    Debtor debtor = customers.payer();
    long fen = Debts.fen(debtor);
    rows.authorise(Kind.BILL_PAYMENT, serial, debtor.consumerNo(), fen);
    billing.pay(serial, debtor.consumerNo(), fen);
    rows.complete(Kind.BILL_PAYMENT, serial, fen);
    paid = new Paid(serial, debtor);
  }

  private void rechargeCard(long serial) throws SQLException, IOException, InterruptedException {
    String consumer = customers.newCardMeter();
    long fen = CardCustomer.PURCHASE_FEN;
    rows.authorise(Kind.CARD_RECHARGE, serial, consumer, fen);
    billing.sellOnCard(serial, consumer, fen);
    rows.complete(Kind.CARD_RECHARGE, serial, fen);
    rows.reportCard(serial);
    rows.claim(serial);
    billing.reportCard(serial, consumer);
    rows.told(serial);
    rows.taken(serial);
  }

  private void rechargeRemotely(long serial)
      throws SQLException, IOException, InterruptedException {
    String consumer = customers.remoteMeter();
    long fen = CardCustomer.PURCHASE_FEN;
    rows.authorise(Kind.REMOTE_RECHARGE, serial, consumer, fen);
    billing.sellRemotely(serial, consumer, fen);
    rows.complete(Kind.REMOTE_RECHARGE, serial, fen);
  }

  private void reverse(long reversal) throws SQLException, IOException, InterruptedException {
    Paid original = paid;
    paid = null;
    long fen = Debts.fen(original.debtor());
    rows.startReversal(original.serial(), reversal);
    rows.claim(original.serial());
    billing.reverse(reversal, original.serial(), original.debtor().consumerNo(), fen);
    rows.completeReversal(original.serial(), reversal, fen);
  }
}
