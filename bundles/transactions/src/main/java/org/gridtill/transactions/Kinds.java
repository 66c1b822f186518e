package org.gridtill.transactions;

import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/** Reads what rows hold as text. */
final class Kinds {

  private Kinds() {}

  static TransactionState state(TransactionRow row) {
    return TransactionState.valueOf(row.state());
  }

  static TransactionKind kind(TransactionRow row) {
    return TransactionKind.valueOf(row.kind());
  }

  /** Tells whether there is a row about card and meter too. */
  static boolean hasMeterSale(TransactionKind kind) {
    return kind.writesCard() || kind.sellsCredit();
  }

  /** Tells whether it is an order about the card of an earlier sale. */
  static boolean isCardOrder(TransactionKind kind) {
    return kind == TransactionKind.CARD_REWRITE || kind == TransactionKind.CARD_CLEARING;
  }

  static CardState card(MeterSaleRow sale) {
    return sale == null ? CardState.NONE : CardState.valueOf(sale.cardState());
  }

  static MeterState meter(MeterSaleRow sale) {
    return sale == null ? MeterState.NONE : MeterState.valueOf(sale.meterState());
  }

  /** Tells whether the meter's answer to credit sent over the air is still to come. */
  static boolean awaitsMeter(TransactionRow row, MeterSaleRow sale) {
    return kind(row) == TransactionKind.REMOTE_RECHARGE
        && state(row) == TransactionState.COMPLETED
        && meter(sale) == MeterState.WAITING;
  }

  /** Tells whether something is to be done about a transaction that is settled. */
  static boolean hasOpenWork(TransactionRow row, MeterSaleRow sale) {
    return sale != null && (sale.untoldOutcome() != null || awaitsMeter(row, sale));
  }
}
