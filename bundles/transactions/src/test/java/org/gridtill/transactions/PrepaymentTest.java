package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.transactions.CardTerminal.refusal;

import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrepaymentTest {

  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000001");

  private final EngineFixture f = new EngineFixture(Money.parse("100.00"));

  @AfterEach
  void sound() {
    f.assertSound();
    f.close();
  }

  private Reply prepay(int trace, long fen) {
    return f.engine.handle(
        new Request.Prepay(EngineFixture.origin(trace), CONSUMER, Money.ofFen(fen)), "pos");
  }

  @Test
  void isOwedToTheConsumerNotToTheUtility() {
    Reply.Payment payment = ((Reply.Paid) prepay(1, 2000)).payment();

    assertThat(payment.kind()).isEqualTo(TransactionKind.PREPAYMENT);
    assertThat(payment.card()).isNull();
    assertThat(payment.meter()).isNull();
    assertThat(payment.receiptText()).contains("20.00");
    assertThat(f.entry(EntryKind.SALE, f.serial()).orElseThrow().postings())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                new Posting(Accounts.agency(EngineFixture.AGENCY), Money.parse("20.00")),
                new Posting(Accounts.prepayment(CONSUMER), Money.parse("20.00").negated())));
    assertThat(f.only().cardState()).isEqualTo(CardState.NONE);
    assertThat(f.only().meterState()).isEqualTo(MeterState.NONE);
  }

  @Test
  void repeatedIsDoneOnceAndIsNoPaymentOfBills() {
    Reply first = prepay(1, 2000);

    assertThat(prepay(1, 2000)).isEqualTo(first);
    assertThat(refusal(f.pay(1, 2000))).isEqualTo(Refusal.DUPLICATE_KEY);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void isUndoneInTheAccountsItWasBookedIn() {
    prepay(1, 2000);

    assertThat(f.reverse(1, 2000)).isInstanceOf(Reply.Reversed.class);

    assertThat(f.journal.trialBalance().rows())
        .allMatch(row -> row.balance().isZero())
        .anyMatch(row -> row.account().equals(Accounts.prepayment(CONSUMER)));
  }

  @Test
  void refusedWithArrearsMovesNothing() {
    f.billing.declinePayments(DeclineReason.PREPAYMENT_NOT_ALLOWED);

    assertThat(refusal(prepay(1, 2000))).isEqualTo(Refusal.PREPAYMENT_NOT_ALLOWED);
    assertThat(f.line().used()).isEqualTo(Money.ZERO);
  }

  @Test
  void whoseAnswerIsLostIsBookedOnce() {
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(prepay(1, 2000)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();

    assertThat(prepay(1, 2000)).isInstanceOf(Reply.Paid.class);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void isBlockedByAReversalThatCameFirst() {
    f.reverse(1, 2000);

    assertThat(refusal(prepay(1, 2000))).isEqualTo(Refusal.BLOCKED_BY_REVERSAL);
    assertThat(f.state()).isEqualTo(TransactionState.BLOCKED);
  }
}
