package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReversalTest {

  private final EngineFixture f = new EngineFixture(Money.parse("100.00"));

  @AfterEach
  void sound() {
    f.assertSound();
    f.close();
  }

  @Test
  void mirrorsTheEntryVoidsTheReceiptAndFreesTheCredit() {
    f.pay(1, 1234);

    Reply.Reversed reversed = (Reply.Reversed) f.reverse(1, 1234);

    JournalEntry mirror = f.entry(EntryKind.REVERSAL, reversed.reversalSerial()).orElseThrow();
    assertThat(mirror.mirrors()).isEqualTo(EntryKey.of(EntryKind.SALE, f.serial()));
    assertThat(f.receipts.find(f.serial()).orElseThrow().voided()).isTrue();
    assertThat(f.line().used()).isEqualTo(Money.ZERO);
    assertThat(f.billing.count()).isZero();
    assertThat(((Reply.TransactionFound) f.ask(1)).status()).isEqualTo(Status.REVERSED);
  }

  @Test
  void repeatedGetsTheSameSerialAndUndoesOnce() {
    f.pay(1, 1234);
    f.pay(2, 1234);
    Reply.Reversed first = (Reply.Reversed) f.reverse(1, 1234);

    Reply.Reversed second = (Reply.Reversed) f.reverse(1, 1234);

    assertThat(second.reversalSerial()).isEqualTo(first.reversalSerial());
    assertThat(f.line().used()).isEqualTo(Money.parse("12.34"));
    assertThat(f.journal.trialBalance().entries()).isEqualTo(3);
  }

  @Test
  void thatComesFirstBlocksThePayment() {
    assertThat(((Reply.Reversed) f.reverse(1, 1234)).reversalSerial()).isNull();
    assertThat(((Reply.Reversed) f.reverse(1, 1234)).reversalSerial()).isNull();

    assertThat(refusal(f.pay(1, 1234))).isEqualTo(Refusal.BLOCKED_BY_REVERSAL);
    assertThat(f.state()).isEqualTo(TransactionState.BLOCKED);
    assertThat(f.billing.count()).isZero();
  }

  @Test
  void ofAnotherAmountIsRefused() {
    f.pay(1, 1234);

    assertThat(refusal(f.reverse(1, 1233))).isEqualTo(Refusal.AMOUNT_DIFFERS);
    assertThat(f.state()).isEqualTo(TransactionState.COMPLETED);
  }

  @Test
  void onTheNextAccountingDayIsRefused() {
    f.pay(1, 1234);
    f.clock.advance(Duration.ofHours(16));

    assertThat(refusal(f.reverse(1, 1234))).isEqualTo(Refusal.NOT_REVERSIBLE);
    assertThat(f.state()).isEqualTo(TransactionState.COMPLETED);
  }

  @Test
  void refusedByTheBillingSystemLeavesThePaymentAsItWas() {
    f.pay(1, 1234);
    f.billing.refuseReversals();

    Reply.Refused refused = (Reply.Refused) f.reverse(1, 1234);

    assertThat(refused.reason()).isEqualTo(Refusal.NOT_REVERSIBLE);
    assertThat(refused.text()).contains("1015");
    assertThat(f.state()).isEqualTo(TransactionState.COMPLETED);
    assertThat(f.pay(1, 1234)).isInstanceOf(Reply.Paid.class);
  }

  @Test
  void whoseAnswerIsLostIsFinishedLater() {
    f.pay(1, 1234);
    f.billing.next(Fault.LOSE_ANSWER);

    assertThat(f.reverse(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    assertThat(f.state()).isEqualTo(TransactionState.REVERSING);
    f.restart();
    f.resolveAll();

    assertThat(f.state()).isEqualTo(TransactionState.REVERSED);
    assertThat(f.reverse(1, 1234)).isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void whileTheBillingSystemIsAwayIsFinishedLater() {
    f.pay(1, 1234);
    f.billing.next(Fault.UNREACHABLE, Fault.UNREACHABLE);

    assertThat(f.reverse(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();
    assertThat(f.state()).isEqualTo(TransactionState.REVERSING);
    f.resolveAll();

    assertThat(f.state()).isEqualTo(TransactionState.REVERSED);
  }

  @Test
  void ofAPaymentInDoubtUndoesItOnceItIsKnown() {
    f.billing.next(Fault.LOSE_ANSWER, Fault.LOSE_ANSWER);
    f.pay(1, 1234);

    assertThat(f.reverse(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();

    assertThat(f.state()).isEqualTo(TransactionState.REVERSED);
    assertThat(f.journal.trialBalance().entries())
        .as("sale and reversal, doubt and its end")
        .isEqualTo(4);
  }

  @Test
  void ofAPaymentInDoubtIsAnsweredAtOnceIfTheBillingSystemKnows() {
    f.billing.next(Fault.LOSE_ANSWER);
    f.pay(1, 1234);

    assertThat(f.reverse(1, 1234)).isInstanceOf(Reply.Reversed.class);
    assertThat(f.state()).isEqualTo(TransactionState.REVERSED);
  }

  @Test
  void duringThePaymentItselfUndoesIt() {
    Reply[] toReversal = new Reply[1];
    f.billing.beforePayAnswer(() -> toReversal[0] = f.reverse(1, 1234));

    Reply toPayment = f.pay(1, 1234);

    assertThat(toReversal[0]).isInstanceOf(Reply.Reversed.class);
    assertThat(refusal(toPayment)).isEqualTo(Refusal.BLOCKED_BY_REVERSAL);
    assertThat(f.state()).isEqualTo(TransactionState.REVERSED);
    assertThat(f.billing.count()).isZero();
  }

  private static Refusal refusal(Reply reply) {
    return ((Reply.Refused) reply).reason();
  }
}
