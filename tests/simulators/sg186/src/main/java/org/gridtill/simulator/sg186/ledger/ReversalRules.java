package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.utility.Utility;

/** Which reversals are made. */
final class ReversalRules {

  private final Utility utility;
  private final RewriteRules cards;
  private final Memory memory;

  ReversalRules(Utility utility, RewriteRules cards, Memory memory) {
    this.utility = utility;
    this.cards = cards;
    this.memory = memory;
  }

  ResultCode judge(Call call) {
    Optional<Entry> found = memory.entry(call.originalSerialNo());
    if (found.isEmpty() || found.get().call().isReversal() || !found.get().isDone()) {
      return ResultCode.NOTHING_TO_REVERSE;
    }
    Call original = found.get().call();
    if (!original.consumerNo().equals(call.consumerNo())) {
      return ResultCode.REVERSAL_OF_ANOTHER_CONSUMER;
    }
    if (!original.sender().agencyCode().equals(call.sender().agencyCode())) {
      return ResultCode.ANOTHER_AGENCY;
    }
    if (original.amountFen() != call.amountFen()) {
      return ResultCode.REVERSAL_AMOUNT_DIFFERS;
    }
    if (memory.isReversed(call.originalSerialNo())) {
      return ResultCode.ALREADY_REVERSED;
    }
    LocalDate booked = memory.booking(call.accountingDate());
    return found.get().booked().equals(booked)
        ? judgeKind(found.get(), call)
        : ResultCode.NOT_ON_ANOTHER_DAY;
  }

  private ResultCode judgeKind(Entry original, Call call) {
    return switch (original.call().kind()) {
      case PREPAYMENT ->
          memory.balanceFen(call.consumerNo()) < call.amountFen()
              ? ResultCode.PREPAYMENT_USED
              : ResultCode.DONE;
      case REMOTE_RECHARGE ->
          memory.meters().outcome(call.originalSerialNo()).equals(Optional.of(MeterOutcome.TAKEN))
              ? ResultCode.METER_TOOK_CREDIT
              : ResultCode.DONE;
      case CARD_OPENING, CARD_RECHARGE, CARD_REPLACEMENT ->
          cards.judgeReversal(
              original,
              memory.meters().record(utility.consumer(call.consumerNo()).orElseThrow()),
              call.details().cardOutcome());
      default -> ResultCode.DONE;
    };
  }
}
