package org.gridtill.transactions;

import java.time.LocalDate;
import java.util.Optional;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/** The rules of reversal that follow from the transaction itself; pure. */
final class ReversalRules {

  private ReversalRules() {}

  /**
   * Who wants a reversal, and of how much.
   *
   * @param agencyCode the agency that asks
   * @param collectorCode the collector who asks; empty if nobody works the terminal
   * @param amount in fen
   */
  record Wish(String agencyCode, String collectorCode, long amount) {

    /** Returns the wish of those who made the transaction, for all of it. */
    static Wish ofOwner(TransactionRow row) {
      return new Wish(row.agencyCode(), row.collectorCode(), row.amount());
    }
  }

  /** Returns the first rule that forbids a reversal on the given accounting day. */
  static Optional<ReversalRule> obstacle(
      TransactionRow row, MeterSaleRow sale, Wish wish, LocalDate today) {
    if (Kinds.state(row) != TransactionState.COMPLETED) {
      return Optional.of(ReversalRule.COMPLETED);
    }
    if (row.amount() == 0) {
      return Optional.of(ReversalRule.TAKES_MONEY);
    }
    Optional<ReversalRule> about = aboutTheWish(row, wish);
    if (about.isPresent()) {
      return about;
    }
    if (row.accountingDate().isBefore(today)) {
      return Optional.of(ReversalRule.SAME_ACCOUNTING_DAY);
    }
    if (row.fundBatch() != 0) {
      return Optional.of(ReversalRule.NOT_REMITTED);
    }
    if (row.invoiced()) {
      return Optional.of(ReversalRule.INVOICE_NOT_ISSUED);
    }
    return aboutTheMeter(row, sale);
  }

  private static Optional<ReversalRule> aboutTheWish(TransactionRow row, Wish wish) {
    if (!row.agencyCode().equals(wish.agencyCode())) {
      return Optional.of(ReversalRule.SAME_AGENCY);
    }
    if (!row.collectorCode().equals(wish.collectorCode())) {
      return Optional.of(ReversalRule.SAME_COLLECTOR);
    }
    return row.amount() == wish.amount() ? Optional.empty() : Optional.of(ReversalRule.FULL_AMOUNT);
  }

  private static Optional<ReversalRule> aboutTheMeter(TransactionRow row, MeterSaleRow sale) {
    if (sale == null) {
      return Optional.empty();
    }
    if (Kinds.meter(sale) == MeterState.TAKEN) {
      return Optional.of(ReversalRule.METER_NOT_CREDITED);
    }
    boolean overTheAir = Kinds.kind(row) == TransactionKind.REMOTE_RECHARGE;
    if (overTheAir && Kinds.meter(sale) == MeterState.WAITING) {
      return Optional.of(ReversalRule.METER_ANSWERED);
    }
    CardState card = Kinds.card(sale);
    boolean offTheCard =
        card == CardState.NONE || card == CardState.NOT_WRITTEN || card == CardState.CLEARED;
    return offTheCard && sale.openOrder() == null
        ? Optional.empty()
        : Optional.of(ReversalRule.CARD_CLEARED);
  }
}
