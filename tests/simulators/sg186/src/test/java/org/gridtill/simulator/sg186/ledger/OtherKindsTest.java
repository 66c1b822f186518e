package org.gridtill.simulator.sg186.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gridtill.simulator.sg186.ledger.Calls.DAY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.sg186.TestConsumers;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.contract.types.TransactionState;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments in part and by month, prepayments, remote recharges, and the accounting days. */
class OtherKindsTest {

  private static final Consumer PARTIAL = debtor(TestConsumers.partial(1));
  private static final Consumer REMOTE = Calls.consumer(TestConsumers.remoteMeter(0));
  private static final CardReading BLANK =
      new CardReading("00000000000000C1", "0102030405060708", "", CardWallet.EMPTY, "");

  private final Ledger ledger = new Ledger(Calls.UTILITY, Storage.none(), List.of());
  private int serials;

  @Test
  void aPaymentInPartPaysTheOldestMonthAndItsPenaltyFirst() throws Exception {
    List<Due> before = ledger.arrears(PARTIAL, DAY);
    Due oldest = before.get(0);
    long part = oldest.penaltyFen() + oldest.energyFen() - 1;
    Answer answer = execute(TransactionKind.PAYMENT, PARTIAL, part, Call.Details.NONE);
    assertThat(answer.effect().settled())
        .containsExactly(
            new Due(
                oldest.receivableId(),
                oldest.month(),
                oldest.energyFen() - 1,
                oldest.penaltyFen()));
    assertThat(ledger.arrears(PARTIAL, DAY).get(0))
        .isEqualTo(new Due(oldest.receivableId(), oldest.month(), 1, 0));
    assertThat(ledger.arrears(PARTIAL, DAY).subList(1, before.size()))
        .isEqualTo(before.subList(1, before.size()));
  }

  @Test
  void whatIsPaidInPartIsDueAgainAfterItsReversal() throws Exception {
    List<Due> before = ledger.arrears(PARTIAL, DAY);
    Call first = call(TransactionKind.PAYMENT, PARTIAL, 500, Call.Details.NONE);
    Call second = call(TransactionKind.PAYMENT, PARTIAL, 700, Call.Details.NONE);
    ledger.execute(first, Optional.empty());
    List<Due> between = ledger.arrears(PARTIAL, DAY);
    ledger.execute(second, Optional.empty());
    assertThat(reverse(second)).isEqualTo(ResultCode.DONE);
    assertThat(ledger.arrears(PARTIAL, DAY)).isEqualTo(between);
    assertThat(reverse(first)).isEqualTo(ResultCode.DONE);
    assertThat(ledger.arrears(PARTIAL, DAY)).isEqualTo(before);
  }

  @Test
  void aPartIsAtLeastOneYuan() throws Exception {
    assertThat(execute(TransactionKind.PAYMENT, PARTIAL, 99, Call.Details.NONE).code())
        .isEqualTo(ResultCode.UNDERPAID);
    assertThat(execute(TransactionKind.PAYMENT, PARTIAL, 100, Call.Details.NONE).code())
        .isEqualTo(ResultCode.DONE);
  }

  @Test
  void somePayOnlyInWholeButMonthByMonth() throws Exception {
    Consumer consumer = Calls.CONSUMER;
    List<Due> dues = ledger.arrears(consumer, DAY);
    Due last = dues.get(dues.size() - 1);
    Call.Details month = Call.Details.of(List.of(last.month()));
    assertThat(execute(TransactionKind.PAYMENT, consumer, last.totalFen() - 1, month).code())
        .isEqualTo(ResultCode.PARTIAL_NOT_ALLOWED);
    assertThat(execute(TransactionKind.PAYMENT, consumer, last.totalFen() + 1, month).code())
        .isEqualTo(ResultCode.PREPAYMENT_REFUSED);
    assertThat(
            execute(TransactionKind.PAYMENT, consumer, last.totalFen(), month).effect().settled())
        .containsExactly(last);
    assertThat(ledger.arrears(consumer, DAY)).isEqualTo(dues.subList(0, dues.size() - 1));
  }

  @Test
  void aMonthThatIsPaidOrWasNeverBilledIsRefused() throws Exception {
    List<Due> dues = ledger.arrears(PARTIAL, DAY);
    Call.Details oldest = Call.Details.of(List.of(dues.get(0).month()));
    long fen = dues.get(0).totalFen();
    execute(TransactionKind.PAYMENT, PARTIAL, fen, oldest);
    assertThat(execute(TransactionKind.PAYMENT, PARTIAL, fen, oldest).code())
        .isEqualTo(ResultCode.ALREADY_COLLECTED);
    Call.Details never = Call.Details.of(List.of(YearMonth.of(2030, 1)));
    assertThat(execute(TransactionKind.PAYMENT, PARTIAL, fen, never).code())
        .isEqualTo(ResultCode.NOTHING_DUE);
  }

  @Test
  void aPrepaymentNeedsAConsumerWithoutArrears() throws Exception {
    assertThat(prepay(PARTIAL, 5_000)).isEqualTo(ResultCode.PREPAYMENT_REFUSED);
    payAll(PARTIAL);
    assertThat(prepay(PARTIAL, 5_000)).isEqualTo(ResultCode.DONE);
    assertThat(ledger.balanceFen(PARTIAL.number())).isEqualTo(5_000);
    assertThat(prepay(Calls.consumer(TestConsumers.noPrepayment(0)), 5_000))
        .isEqualTo(ResultCode.DEBIT_UNDER_WAY);
    assertThat(prepay(REMOTE, 5_000)).isEqualTo(ResultCode.CARD_METER);
  }

  @Test
  void aPrepaymentThatIsUsedIsNotReversed() throws Exception {
    payAll(PARTIAL);
    Call used = call(TransactionKind.PREPAYMENT, PARTIAL, 5_000, Call.Details.NONE);
    ledger.execute(used, Optional.empty());
    ledger.useBalance(PARTIAL.number(), 1);
    assertThat(reverse(used)).isEqualTo(ResultCode.PREPAYMENT_USED);
    prepay(PARTIAL, 1);
    assertThat(reverse(used)).isEqualTo(ResultCode.DONE);
    assertThat(ledger.balanceFen(PARTIAL.number())).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.useBalance(PARTIAL.number(), 1));
  }

  @Test
  void aRemoteRechargeReachesTheMeterAtOnce() throws Exception {
    for (int count = 1; count <= 3; count++) {
      Call call = remote(5_000);
      assertThat(ledger.execute(call, Optional.empty()).effect().purchaseCount()).isEqualTo(count);
      assertMeter(call, MeterOutcome.TAKEN);
      assertThat(reverse(call)).isEqualTo(ResultCode.METER_TOOK_CREDIT);
    }
    assertThat(view().record().remainingFen()).isEqualTo(15_000);
    assertThat(view().pendingFen()).isZero();
  }

  @Test
  void aRemoteRechargeWaitsForTheMeter() throws Exception {
    ledger.meterAnswer(MeterAnswer.LATER);
    Call call = remote(5_000);
    ledger.execute(call, Optional.empty());
    assertMeter(call, MeterOutcome.PENDING);
    assertThat(view().pendingFen()).isEqualTo(5_000);
    assertThat(execute(TransactionKind.REMOTE_RECHARGE, REMOTE, 5_000, Call.Details.NONE).code())
        .isEqualTo(ResultCode.PURCHASE_UNDER_WAY);
    assertThat(ledger.answerPending(true)).isEqualTo(1);
    assertThat(ledger.answerPending(true)).isZero();
    assertMeter(call, MeterOutcome.TAKEN);
  }

  @Test
  void whatAMeterRefusedOrNeverGotIsReversed() throws Exception {
    ledger.meterAnswer(MeterAnswer.REFUSE);
    Call refused = remote(5_000);
    ledger.execute(refused, Optional.empty());
    assertMeter(refused, MeterOutcome.REFUSED);
    assertThat(reverse(refused)).isEqualTo(ResultCode.DONE);
    ledger.meterAnswer(MeterAnswer.LATER);
    Call pending = remote(6_000);
    ledger.execute(pending, Optional.empty());
    assertThat(reverse(pending)).isEqualTo(ResultCode.DONE);
    assertThat(ledger.answerPending(true)).isZero();
    ledger.meterAnswer(MeterAnswer.NOW);
    Call taken = remote(7_000);
    assertThat(ledger.execute(taken, Optional.empty()).effect().purchaseCount()).isEqualTo(1);
    assertMeter(taken, MeterOutcome.TAKEN);
    assertThat(view().record().remainingFen()).isEqualTo(7_000);
  }

  @Test
  void remoteRechargesHaveTheirRules() throws Exception {
    assertThat(execute(TransactionKind.REMOTE_RECHARGE, REMOTE, 999, Call.Details.NONE).code())
        .isEqualTo(ResultCode.PURCHASE_OUT_OF_RANGE);
    assertThat(execute(TransactionKind.REMOTE_RECHARGE, REMOTE, 500_001, Call.Details.NONE).code())
        .isEqualTo(ResultCode.PURCHASE_OUT_OF_RANGE);
    Consumer debtor = Calls.consumer(TestConsumers.remoteMeterWithArrears(0));
    assertThat(execute(TransactionKind.REMOTE_RECHARGE, debtor, 5_000, Call.Details.NONE).code())
        .isEqualTo(ResultCode.ARREARS_FIRST);
    assertThat(execute(TransactionKind.REMOTE_RECHARGE, PARTIAL, 5_000, Call.Details.NONE).code())
        .isEqualTo(ResultCode.NO_SUCH_METER);
    assertThat(execute(TransactionKind.PAYMENT, REMOTE, 5_000, Call.Details.NONE).code())
        .isEqualTo(ResultCode.BUY_CREDIT_INSTEAD);
  }

  @Test
  void whatComesForAClosedDayIsBookedOnTheNext() throws Exception {
    Call before = remote(5_000);
    assertThat(ledger.execute(before, Optional.empty()).booked()).isEqualTo(DAY);
    ledger.closeDay(DAY);
    ledger.closeDay(DAY.minusDays(3));
    LocalDate next = DAY.plusDays(1);
    assertThat(ledger.booking(DAY)).isEqualTo(next);
    assertThat(ledger.booking(next)).isEqualTo(next);
    assertThat(ledger.execute(before, Optional.empty()).booked()).isEqualTo(DAY);
    payAll(PARTIAL);
    Call after = call(TransactionKind.PREPAYMENT, PARTIAL, 5_000, Call.Details.NONE);
    assertThat(ledger.execute(after, Optional.empty()).booked()).isEqualTo(next);
    // The reversal of what is booked on the next day comes for the same day as that.
    assertThat(reverse(after)).isEqualTo(ResultCode.DONE);
  }

  @Test
  void whatIsBookedOnADayThatIsClosedIsNotReversed() throws Exception {
    payAll(PARTIAL);
    Call call = call(TransactionKind.PREPAYMENT, PARTIAL, 5_000, Call.Details.NONE);
    ledger.execute(call, Optional.empty());
    ledger.closeDay(DAY);
    assertThat(reverse(call)).isEqualTo(ResultCode.NOT_ON_ANOTHER_DAY);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REVERSAL")
  void aReversalThatComesFirstBlocksEveryKind(TransactionKind kind) throws Exception {
    Call late = call(kind, REMOTE, 5_000, Call.Details.of(BLANK));
    assertThat(reverse(late)).isEqualTo(ResultCode.NOTHING_TO_REVERSE);
    assertThat(ledger.standing(late.serialNo()).map(Standing::state))
        .contains(TransactionState.BLOCKED);
    assertThat(ledger.execute(late, Optional.empty()).code())
        .isEqualTo(ResultCode.ALREADY_REVERSED);
    assertThat(view().record()).isEqualTo(MeterRecord.fresh(true));
  }

  private MeterView view() {
    return ledger.meter(REMOTE, Optional.empty(), DAY);
  }

  private void assertMeter(Call call, MeterOutcome outcome) {
    assertThat(ledger.standing(call.serialNo()).flatMap(Standing::meter)).contains(outcome);
  }

  private void payAll(Consumer consumer) throws Exception {
    long due = Calls.due(ledger, consumer);
    assertThat(execute(TransactionKind.PAYMENT, consumer, due, Call.Details.NONE).code())
        .isEqualTo(ResultCode.DONE);
  }

  private ResultCode prepay(Consumer consumer, long fen) throws Exception {
    return execute(TransactionKind.PREPAYMENT, consumer, fen, Call.Details.NONE).code();
  }

  private Call remote(long fen) {
    return call(TransactionKind.REMOTE_RECHARGE, REMOTE, fen, Call.Details.NONE);
  }

  private Answer execute(TransactionKind kind, Consumer consumer, long fen, Call.Details details)
      throws Exception {
    return ledger.execute(call(kind, consumer, fen, details), Optional.empty());
  }

  private ResultCode reverse(Call original) throws Exception {
    return ledger.execute(Calls.reversal("S" + ++serials, original), Optional.empty()).code();
  }

  private Call call(TransactionKind kind, Consumer consumer, long fen, Call.Details details) {
    return Calls.call(kind, "S" + ++serials, consumer, fen, "", details);
  }

  /** Returns the first consumer from that number on that owes for two months at least. */
  private static Consumer debtor(String number) {
    long candidate = Long.parseLong(number);
    Consumer consumer = Calls.consumer(number);
    while (Calls.UTILITY.bills(consumer).size() < 2) {
      candidate++;
      consumer = Calls.consumer(String.format("%010d", candidate));
    }
    return consumer;
  }
}
