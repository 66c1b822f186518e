package org.gridtill.simulator.sg186.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gridtill.simulator.sg186.ledger.Calls.CONSUMER;
import static org.gridtill.simulator.sg186.ledger.Calls.DAY;
import static org.gridtill.simulator.sg186.ledger.Calls.UTILITY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.contract.types.TransactionState;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Utility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {

  private final Ledger ledger = new Ledger(UTILITY, Storage.none(), List.of());

  @Test
  void aPaymentSettlesAllThatIsDue() throws Exception {
    List<Due> dues = ledger.arrears(CONSUMER, DAY);
    Answer answer = pay(payment("1"));
    assertThat(answer.code()).isEqualTo(ResultCode.DONE);
    assertThat(answer.effect().settled()).isEqualTo(dues);
    assertThat(answer.replayed()).isFalse();
    assertThat(ledger.arrears(CONSUMER, DAY)).isEmpty();
    assertState("1", TransactionState.DONE);
  }

  @Test
  void theSameCallGivesTheStoredAnswer() throws Exception {
    Call call = payment("1");
    Answer first = pay(call);
    Answer second = pay(call);
    assertThat(second.replayed()).isTrue();
    assertThat(second.code()).isEqualTo(first.code());
    assertThat(second.upstreamSerialNo()).isEqualTo(first.upstreamSerialNo());
    assertThat(second.effect().settled()).isEqualTo(first.effect().settled());
    assertThat(ledger.standings()).hasSize(1);
  }

  @Test
  void aRefusalIsStoredToo() throws Exception {
    Call call = Calls.payment("1", CONSUMER, 1);
    assertThat(pay(call).code()).isEqualTo(ResultCode.PARTIAL_NOT_ALLOWED);
    assertThat(pay(call).replayed()).isTrue();
    assertState("1", TransactionState.REFUSED);
  }

  @Test
  void theSameSerialForAnotherCallIsAnError() throws Exception {
    Call call = payment("1");
    pay(call);
    List<Call> others =
        List.of(
            changed(call, new Call.Sender("A002", "T1", "pos"), DAY, Call.Details.NONE),
            changed(call, new Call.Sender("A001", "T2", "pos"), DAY, Call.Details.NONE),
            changed(call, new Call.Sender("A001", "T1", "pc"), DAY, Call.Details.NONE),
            changed(call, Calls.SENDER, DAY.plusDays(1), Call.Details.NONE),
            changed(call, Calls.SENDER, DAY, Call.Details.of(List.of(YearMonth.of(2026, 10)))),
            Calls.payment("1", CONSUMER, call.amountFen() + 1),
            Calls.reversal("1", call));
    for (Call other : others) {
      assertThatExceptionOfType(DuplicateSerialException.class).isThrownBy(() -> pay(other));
      assertThatExceptionOfType(DuplicateSerialException.class).isThrownBy(() -> reverse(other));
    }
    assertThat(ledger.standings()).hasSize(1);
  }

  @Test
  void anAmountThatIsNotDueIsRefused() throws Exception {
    long due = Calls.due(ledger, CONSUMER);
    assertThat(pay(Calls.payment("1", CONSUMER, due - 1)).code())
        .isEqualTo(ResultCode.PARTIAL_NOT_ALLOWED);
    assertThat(pay(Calls.payment("2", CONSUMER, due + 1)).code())
        .isEqualTo(ResultCode.PREPAYMENT_REFUSED);
    assertThat(Calls.due(ledger, CONSUMER)).isEqualTo(due);
  }

  @Test
  void whoOwesNothingOrIsNobodyIsRefused() throws Exception {
    pay(payment("1"));
    assertThat(pay(Calls.payment("2", CONSUMER, 1)).code()).isEqualTo(ResultCode.NOTHING_DUE);
    Call nobody =
        new Call(
            TransactionKind.PAYMENT,
            "3",
            Calls.SENDER,
            DAY,
            "0999999999",
            1,
            "",
            Call.Details.NONE);
    assertThat(pay(nobody).code()).isEqualTo(ResultCode.NO_SUCH_CONSUMER);
  }

  @Test
  void aReversalMakesTheBillsDueAgain() throws Exception {
    List<Due> dues = ledger.arrears(CONSUMER, DAY);
    Call payment = payment("1");
    pay(payment);
    Call reversal = Calls.reversal("2", payment);
    assertThat(reverse(reversal).code()).isEqualTo(ResultCode.DONE);
    assertThat(ledger.arrears(CONSUMER, DAY)).isEqualTo(dues);
    assertState("1", TransactionState.REVERSED);
    assertThat(reverse(reversal).replayed()).isTrue();
    assertThat(reverse(Calls.reversal("3", payment)).code()).isEqualTo(ResultCode.ALREADY_REVERSED);
    assertThat(pay(payment).code()).isEqualTo(ResultCode.ALREADY_REVERSED);
    assertThat(pay(payment("4")).code()).isEqualTo(ResultCode.DONE);
  }

  @Test
  void aReversalThatComesFirstBlocksItsOriginal() throws Exception {
    Call late = payment("1");
    assertThat(reverse(Calls.reversal("2", late)).code()).isEqualTo(ResultCode.NOTHING_TO_REVERSE);
    assertState("1", TransactionState.BLOCKED);
    assertThat(ledger.blocked()).containsExactly("1");
    assertThat(pay(late).code()).isEqualTo(ResultCode.ALREADY_REVERSED);
    assertState("1", TransactionState.REFUSED);
    assertThat(ledger.blocked()).isEmpty();
    assertThat(ledger.arrears(CONSUMER, DAY)).isNotEmpty();
    assertThat(reverse(Calls.reversal("3", late)).code()).isEqualTo(ResultCode.NOTHING_TO_REVERSE);
  }

  @Test
  void aReversalIsCheckedAgainstItsOriginal() throws Exception {
    Call payment = payment("1");
    pay(payment);
    Consumer other = UTILITY.consumer(Utility.number(2)).orElseThrow();
    long fen = payment.amountFen();
    String number = CONSUMER.number();
    LocalDate tomorrow = DAY.plusDays(1);
    assertThat(
            reverse(reversal("2", new Call.Sender("A001", "T1", "pos"), DAY, other.number(), fen))
                .code())
        .isEqualTo(ResultCode.REVERSAL_OF_ANOTHER_CONSUMER);
    assertThat(
            reverse(reversal("3", new Call.Sender("A002", "T1", "pos"), DAY, number, fen)).code())
        .isEqualTo(ResultCode.ANOTHER_AGENCY);
    assertThat(
            reverse(reversal("4", new Call.Sender("A001", "T1", "pos"), DAY, number, fen - 1))
                .code())
        .isEqualTo(ResultCode.REVERSAL_AMOUNT_DIFFERS);
    assertThat(
            reverse(reversal("5", new Call.Sender("A001", "T1", "pos"), tomorrow, number, fen))
                .code())
        .isEqualTo(ResultCode.NOT_ON_ANOTHER_DAY);
    assertState("1", TransactionState.DONE);
    assertThat(reverse(reversal("6", new Call.Sender("A001", "T9", "pc"), DAY, number, fen)).code())
        .isEqualTo(ResultCode.DONE);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DONE")
  void everyCodeCanBeScripted(ResultCode code) throws Exception {
    Call call = payment("1");
    assertThat(ledger.execute(call, Optional.of(code)).code()).isEqualTo(code);
    assertThat(pay(call).code()).isEqualTo(code);
    assertThat(pay(payment("2")).code()).isEqualTo(ResultCode.DONE);
  }

  @Test
  void aReversalRefusedForTheMomentIsNotRecorded() throws Exception {
    Call payment = payment("1");
    pay(payment);
    Call reversal = Calls.reversal("2", payment);
    assertThat(ledger.execute(reversal, Optional.of(ResultCode.DAY_END)).code())
        .isEqualTo(ResultCode.DAY_END);
    assertThat(ledger.standing("2")).isEmpty();
    assertThat(reverse(reversal).code()).isEqualTo(ResultCode.DONE);
  }

  @Test
  void ofManyPaymentsOfOneBillOneIsMade() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Call call = payment("S" + i % 100);
      calls.add(() -> pay(call));
    }
    int settled = 0;
    for (Future<Answer> answer : threads.invokeAll(calls)) {
      boolean first = answer.get().code() == ResultCode.DONE && !answer.get().replayed();
      settled += first ? 1 : 0;
    }
    threads.shutdown();
    assertThat(settled).isEqualTo(1);
    assertThat(ledger.standings()).hasSize(100);
  }

  @Test
  void resetForgetsEverything() throws Exception {
    pay(payment("1"));
    ledger.reset();
    assertThat(ledger.standing("1")).isEmpty();
    assertThat(pay(payment("1")).code()).isEqualTo(ResultCode.DONE);
  }

  private Call payment(String serialNo) {
    return Calls.payment(serialNo, CONSUMER, Calls.due(ledger, CONSUMER));
  }

  private Answer pay(Call call) throws DuplicateSerialException {
    return ledger.execute(call, Optional.empty());
  }

  private Answer reverse(Call call) throws DuplicateSerialException {
    return ledger.execute(call, Optional.empty());
  }

  private static Call changed(Call call, Call.Sender sender, LocalDate day, Call.Details details) {
    return new Call(
        call.kind(),
        call.serialNo(),
        sender,
        day,
        call.consumerNo(),
        call.amountFen(),
        "",
        details);
  }

  private static Call reversal(
      String serialNo, Call.Sender sender, LocalDate day, String consumerNo, long fen) {
    return new Call(
        TransactionKind.REVERSAL, serialNo, sender, day, consumerNo, fen, "1", Call.Details.NONE);
  }

  private void assertState(String serialNo, TransactionState state) {
    assertThat(ledger.standing(serialNo)).map(Standing::state).contains(state);
  }
}
