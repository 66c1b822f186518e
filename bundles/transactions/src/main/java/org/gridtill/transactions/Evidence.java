package org.gridtill.transactions;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.ReturnWriteFile;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/**
 * Learns from a card what its meter has taken. A meter writes back the number of the purchase that
 * it took last, so that every sale up to it is in the meter.
 */
final class Evidence {

  private final JpaTemplate jpa;
  private final Ledger ledger;

  Evidence(JpaTemplate jpa, Ledger ledger) {
    this.jpa = jpa;
    this.ledger = ledger;
  }

  /** Notes what a card shows of its consumer's sales; a null card shows nothing. */
  void look(ConsumerNo consumer, CardReading card) {
    if (card != null) {
      card.returnWrite()
          .filter(file -> CardRules.isOf(consumer, file.consumerNo()))
          .ifPresent(file -> look(consumer, file));
    }
  }

  private void look(ConsumerNo consumer, ReturnWriteFile file) {
    List<Long> taken =
        jpa.txExpr(
            TransactionType.Required,
            em ->
                waiting(em, consumer).stream()
                    .filter(sale -> isTaken(sale, file))
                    .filter(sale -> !isOutOfTheWay(em, sale))
                    .map(MeterSaleRow::serialNo)
                    .toList());
    for (Long serial : taken) {
      jpa.tx(TransactionType.Required, em -> take(em, serial, file));
    }
  }

  /** Returns a sale that waits for the consumer to insert the card; empty if there is none. */
  Optional<MeterSaleRow> notInserted(EntityManager em, ConsumerNo consumer) {
    return waiting(em, consumer).stream()
        .filter(sale -> Kinds.card(sale) != CardState.NONE)
        .filter(
            sale ->
                TransactionTable.find(em, sale.serialNo())
                    .filter(row -> Kinds.state(row) == TransactionState.COMPLETED)
                    .isPresent())
        .findFirst();
  }

  private static List<MeterSaleRow> waiting(EntityManager em, ConsumerNo consumer) {
    return em.createQuery(
            "SELECT s FROM MeterSaleRow s WHERE s.consumerNo = :consumer"
                + " AND s.meterState = :waiting ORDER BY s.serialNo",
            MeterSaleRow.class)
        .setParameter("consumer", consumer.value())
        .setParameter("waiting", MeterState.WAITING.name())
        .getResultList();
  }

  private static boolean isTaken(MeterSaleRow sale, ReturnWriteFile file) {
    return sale.purchaseCount() != null
        && sale.purchaseCount() <= file.purchaseCount()
        && CardRules.isMeter(sale.meterNo(), file.meterNo());
  }

  /**
   * Tells whether a sale was undone and its purchase count given to another one since: that is then
   * the one in the meter.
   */
  private static boolean isOutOfTheWay(EntityManager em, MeterSaleRow sale) {
    return isUndone(em, sale)
        && em
            .createQuery(
                "SELECT s FROM MeterSaleRow s WHERE s.consumerNo = :consumer"
                    + " AND s.purchaseCount = :count AND s.meterState <> :none",
                MeterSaleRow.class)
            .setParameter("consumer", sale.consumerNo())
            .setParameter("count", sale.purchaseCount())
            .setParameter("none", MeterState.NONE.name())
            .getResultList()
            .stream()
            .anyMatch(other -> other.meterNo().equals(sale.meterNo()) && !isUndone(em, other));
  }

  private static boolean isUndone(EntityManager em, MeterSaleRow sale) {
    TransactionState state = Kinds.state(TransactionTable.find(em, sale.serialNo()).orElseThrow());
    return state == TransactionState.REVERSING || state == TransactionState.REVERSED;
  }

  private void take(EntityManager em, long serial, ReturnWriteFile file) {
    TransactionRow row = TransactionTable.lock(em, serial);
    MeterSaleRow sale = em.find(MeterSaleRow.class, serial);
    ledger
        .facts()
        .meter(
            em,
            row,
            sale,
            Event.CREDIT_TAKEN,
            "the meter wrote back purchase " + file.purchaseCount());
    ledger.schedule(row, sale);
  }
}
