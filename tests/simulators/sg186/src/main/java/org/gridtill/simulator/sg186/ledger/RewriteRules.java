package org.gridtill.simulator.sg186.ledger;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.utility.Consumer;

/**
 * What may still be done to the card of a sale that is made: only of the last, only before the
 * meter has it.
 */
final class RewriteRules {

  private static final Set<TransactionKind> SALES =
      EnumSet.of(TransactionKind.CARD_OPENING, TransactionKind.CARD_RECHARGE);

  private final MeterRules meters;
  private final Memory memory;

  RewriteRules(MeterRules meters, Memory memory) {
    this.meters = meters;
    this.memory = memory;
  }

  Decision judgeRewrite(Call call, Consumer consumer) {
    Optional<Entry> sale = writing(call.originalSerialNo(), call.consumerNo());
    MeterRecord record = memory.meters().record(consumer);
    CardReading card = call.card();
    ResultCode code = judge(sale, record, consumer, card);
    if (code == ResultCode.DONE && isTaken(sale.get(), record, card)) {
      code = ResultCode.TAKEN_BY_THE_METER;
    }
    int onCard = card.wallet().purchaseCount();
    boolean fits =
        onCard == record.count()
            || onCard == record.count() - 1
            // A new card that takes the place of another has no purchase yet.
            || card.wallet().equals(CardWallet.EMPTY);
    if (code == ResultCode.DONE && !fits) {
      code = ResultCode.CARD_DOES_NOT_FIT_SALE;
    }
    return code == ResultCode.DONE
        ? Decision.written(meters.write(consumer, card, record.card().type(), record.wallet()))
        : Decision.refused(code);
  }

  Decision judgeClearing(Call call, Consumer consumer) {
    Optional<Entry> sale =
        writing(call.originalSerialNo(), call.consumerNo())
            .filter(entry -> SALES.contains(entry.call().kind()));
    MeterRecord record = memory.meters().record(consumer);
    CardReading card = call.card();
    ResultCode code = judge(sale, record, consumer, card);
    if (code == ResultCode.DONE && isTaken(sale.get(), record, card)) {
      code = ResultCode.METER_TOOK_CREDIT;
    }
    if (code == ResultCode.DONE && !card.wallet().equals(record.wallet())) {
      code = ResultCode.CARD_DOES_NOT_FIT_SALE;
    }
    CardWallet before = new CardWallet(Money.ZERO, Math.max(0, record.count() - 1));
    return code == ResultCode.DONE
        ? Decision.written(meters.clear(consumer, card, before))
        : Decision.refused(code);
  }

  /** Judges what became of a card, as a terminal reports it. */
  ResultCode judgeReport(
      String serialNo, String agencyCode, String consumerNo, CardOutcome outcome) {
    Optional<Entry> found = memory.entry(serialNo);
    if (found.isEmpty()) {
      return ResultCode.NO_SUCH_TRANSACTION;
    }
    if (writing(serialNo, consumerNo).isEmpty()) {
      return ResultCode.NO_SUCH_CARD_SALE;
    }
    if (!found.get().call().sender().agencyCode().equals(agencyCode)) {
      return ResultCode.ANOTHER_AGENCY;
    }
    boolean harmless = outcome == CardOutcome.NOT_WRITTEN || outcome == CardOutcome.CLEARED;
    return memory.isReversed(serialNo) && !harmless ? ResultCode.ALREADY_REVERSED : ResultCode.DONE;
  }

  /** Judges the reversal of a sale on a card, or of a replacement. */
  ResultCode judgeReversal(Entry original, MeterRecord record, Optional<CardOutcome> said) {
    String serialNo = original.call().serialNo();
    boolean replacement = original.call().kind() == TransactionKind.CARD_REPLACEMENT;
    boolean last =
        replacement
            ? record.card().writer().equals(serialNo) && !record.card().inserted()
            : record.lastSale().equals(serialNo) && !record.taken();
    if (!last) {
      return ResultCode.METER_TOOK_CREDIT;
    }
    Optional<CardOutcome> reported = memory.cardReport(serialNo);
    boolean onCard =
        switch (said.orElse(CardOutcome.NOT_WRITTEN)) {
          case CLEARED -> false;
          case NOT_WRITTEN ->
              reported.equals(Optional.of(CardOutcome.WRITTEN))
                  || said.isEmpty() && reported.equals(Optional.of(CardOutcome.UNKNOWN));
          case WRITTEN, UNKNOWN -> true;
        };
    return onCard ? ResultCode.CARD_NOT_CLEARED : ResultCode.DONE;
  }

  private ResultCode judge(
      Optional<Entry> sale, MeterRecord record, Consumer consumer, CardReading card) {
    if (sale.isEmpty()) {
      return ResultCode.NO_SUCH_CARD_SALE;
    }
    String serialNo = sale.get().call().serialNo();
    if (memory.isReversed(serialNo)) {
      return ResultCode.ALREADY_REVERSED;
    }
    if (!serialNo.equals(record.lastSale()) && !serialNo.equals(record.card().writer())) {
      return ResultCode.NOT_THE_LAST_SALE;
    }
    return MeterRules.belongs(consumer, record, card);
  }

  /** Tells whether the meter has what the sale or the replacement put on the card. */
  private static boolean isTaken(Entry sale, MeterRecord record, CardReading card) {
    boolean known =
        sale.call().kind() == TransactionKind.CARD_REPLACEMENT
            ? record.card().inserted()
            : record.taken();
    return known
        || card.returnWrite().filter(file -> file.purchaseCount() == record.count()).isPresent();
  }

  private Optional<Entry> writing(String serialNo, String consumerNo) {
    return memory
        .entry(serialNo)
        .filter(Entry::isDone)
        .filter(
            entry ->
                SALES.contains(entry.call().kind())
                    || entry.call().kind() == TransactionKind.CARD_REPLACEMENT)
        .filter(entry -> entry.call().consumerNo().equals(consumerNo));
  }
}
