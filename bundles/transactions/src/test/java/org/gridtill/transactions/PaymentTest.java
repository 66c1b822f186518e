package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.TransactionRow;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentTest {

  private final EngineFixture f = new EngineFixture(Money.parse("100.00"));

  @AfterEach
  void sound() {
    f.assertSound();
    f.close();
  }

  @Test
  void isBookedReceiptedAndAnswered() {
    Reply.Paid paid = (Reply.Paid) f.pay(1, 1234);

    assertThat(paid.payment().amount()).isEqualTo(Money.parse("12.34"));
    assertThat(paid.payment().receiptNo()).isEqualTo("A001-0000000001");
    assertThat(paid.payment().receiptText()).contains("12.34").contains("0100000001");
    assertThat(f.state()).isEqualTo(TransactionState.COMPLETED);
    assertThat(f.line().used()).isEqualTo(Money.parse("12.34"));
    assertThat(f.entry(EntryKind.SALE, f.serial()).orElseThrow().postings()).hasSize(3);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void repeatedGetsTheSameAnswerAndIsBilledOnce() {
    Reply first = f.pay(1, 1234);

    assertThat(f.pay(1, 1234)).isEqualTo(first);
    f.restart();
    assertThat(f.pay(1, 1234)).isEqualTo(first);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void withAnotherAmountUnderTheSameKeyIsRefused() {
    f.pay(1, 1234);

    assertThat(refusal(f.pay(1, 1235))).isEqualTo(Refusal.DUPLICATE_KEY);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void beyondTheLimitIsRejectedAndNeverSent() {
    f.pay(1, 9000);

    assertThat(refusal(f.pay(2, 1001))).isEqualTo(Refusal.CREDIT_EXHAUSTED);
    assertThat(f.pay(3, 1000)).isInstanceOf(Reply.Paid.class);
    assertThat(refusal(f.pay(2, 1001))).isEqualTo(Refusal.CREDIT_EXHAUSTED);
    assertThat(f.billing.count()).isEqualTo(2);
    assertThat(f.line().available()).isEqualTo(Money.ZERO);
  }

  @Test
  void declinedReleasesItsReservation() {
    f.billing.declinePayments(DeclineReason.AMOUNT_NOT_DUE);

    assertThat(refusal(f.pay(1, 1234))).isEqualTo(Refusal.AMOUNT_NOT_DUE);
    assertThat(refusal(f.pay(1, 1234))).isEqualTo(Refusal.AMOUNT_NOT_DUE);
    assertThat(f.state()).isEqualTo(TransactionState.DECLINED);
  }

  @Test
  void thatCannotReachTheBillingSystemIsDeclined() {
    f.billing.next(Fault.UNREACHABLE);

    assertThat(refusal(f.pay(1, 1234))).isEqualTo(Refusal.BILLING_UNAVAILABLE);
  }

  @Test
  void withoutABillingAdapterIsDeclined() {
    f.billingLine.use(null);

    assertThat(refusal(f.pay(1, 1234))).isEqualTo(Refusal.BILLING_UNAVAILABLE);
  }

  @Test
  void whoseAnswerIsLostIsInDoubtThenBookedOnce() {
    f.billing.next(Fault.LOSE_ANSWER);

    assertThat(f.pay(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    assertThat(f.pay(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    assertThat(status(f.ask(1))).isEqualTo(Status.IN_DOUBT);
    assertThat(f.line().reserved()).isEqualTo(Money.parse("12.34"));
    f.resolveAll();

    assertThat(status(f.ask(1))).isEqualTo(Status.COMPLETED);
    assertThat(f.pay(1, 1234)).isInstanceOf(Reply.Paid.class);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void thatNeverArrivedIsCanceledAndRefusedWhenItArrivesLate() {
    f.billing.next(Fault.LOSE_CALL);
    assertThat(f.pay(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();

    assertThat(f.state()).isEqualTo(TransactionState.DECLINED);
    assertThat(status(f.ask(1))).isEqualTo(Status.DECLINED);
    f.billing.arrive(f.serial());
    assertThat(f.billing.count()).isZero();
  }

  @Test
  void thatArrivesBetweenInquiryAndCancellationIsUndone() {
    f.billing.next(Fault.LOSE_CALL);
    f.pay(1, 1234);
    f.billing.beforeReverse(() -> f.billing.arrive(f.serial()));
    f.resolveAll();

    assertThat(f.state()).isEqualTo(TransactionState.DECLINED);
    assertThat(f.billing.count()).isZero();
  }

  @Test
  void confirmedWhileTheResolverCancelsItIsBookedAndUndone() {
    // The payment's own thread is slow; the resolver finds nothing at first, and its cancellation
    // gets lost on the way; then the payment's thread learns that the payment was settled.
    f.billing.next(Fault.LOSE_CALL, Fault.NONE, Fault.LOSE_CALL);
    f.billing.beforePayAnswer(f::resolveAll);
    f.pay(1, 1234);
    assertThat(f.state()).isEqualTo(TransactionState.CANCELING);
    TransactionRow row =
        f.database
            .jpa()
            .txExpr(
                TransactionType.Required,
                em -> TransactionTable.find(em, f.serial().number()).orElseThrow());
    f.engine.orders().conclude(row, f.billing.arrive(f.serial()));
    assertThat(f.state()).isEqualTo(TransactionState.REVERSING);
    assertThat(status(f.ask(1))).isEqualTo(Status.IN_DOUBT);
    f.resolveAll();

    assertThat(f.state()).isEqualTo(TransactionState.REVERSED);
    assertThat(f.receipts.find(f.serial()).orElseThrow().voided()).isTrue();
  }

  @Test
  void staysInDoubtAsLongAsTheBillingSystemDoesNotSay() {
    f.billing.next(Fault.LOSE_ANSWER);
    f.pay(1, 1234);
    for (int i = 0; i < 12; i++) {
      f.billing.next(i % 2 == 0 ? Fault.UNREACHABLE : Fault.LOSE_ANSWER);
      f.resolveAll();
      assertThat(f.state()).isEqualTo(TransactionState.IN_DOUBT);
    }
    f.resolveAll();

    assertThat(f.state()).isEqualTo(TransactionState.COMPLETED);
    assertThat(f.only().attempts()).isEqualTo(13);
  }

  @Test
  void confirmedForAnotherAmountIsNotBelieved() {
    f.billing.next(Fault.OTHER_AMOUNT);

    assertThat(f.pay(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();
    assertThat(f.state()).isEqualTo(TransactionState.COMPLETED);
  }

  @Test
  void whoseAdapterFailsIsInDoubt() {
    f.billing.next(Fault.THROW);

    assertThat(f.pay(1, 1234)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();
    assertThat(f.state()).isEqualTo(TransactionState.DECLINED);
  }

  @Test
  void survivesTheLossOfTheDatabaseBeforeItsOutcomeIsWritten() {
    f.billing.beforePayAnswer(f.database::failNextCommit);

    assertThatThrownBy(() -> f.pay(1, 1234)).hasMessageContaining("database is away");
    assertThat(f.state()).isEqualTo(TransactionState.AUTHORISED);
    f.resolveDue();
    assertThat(f.state()).as("not before its time").isEqualTo(TransactionState.AUTHORISED);
    f.restart();
    f.resolveAll();

    assertThat(f.state()).isEqualTo(TransactionState.COMPLETED);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void isNotSentIfItsIntentCannotBeWritten() {
    f.pay(1, 1);
    f.database.failNextCommit();

    assertThatThrownBy(() -> f.pay(2, 1234)).hasMessageContaining("database is away");
    assertThat(f.billing.count()).isEqualTo(1);
    assertThat(f.pay(2, 1234)).isInstanceOf(Reply.Paid.class);
  }

  @Test
  void sentTwiceAtOnceIsBilledOnce() throws Exception {
    List<Reply> replies = atOnce(8, i -> f.pay(1, 1234));

    assertThat(replies)
        .allMatch(r -> r instanceof Reply.Paid || r instanceof Reply.InDoubt)
        .anyMatch(r -> r instanceof Reply.Paid);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void paymentsAtOnceNeverExceedTheLimit() throws Exception {
    List<Reply> replies = atOnce(16, i -> f.pay(i + 1, 1500));

    assertThat(replies.stream().filter(r -> r instanceof Reply.Paid)).hasSize(6);
    assertThat(f.line().used()).isEqualTo(Money.parse("90.00"));
    assertThat(replies.stream().filter(r -> r instanceof Reply.Paid).map(r -> number(r)).distinct())
        .as("receipt numbers without a gap or a double")
        .containsExactlyInAnyOrder(
            "A001-0000000001",
            "A001-0000000002",
            "A001-0000000003",
            "A001-0000000004",
            "A001-0000000005",
            "A001-0000000006");
  }

  private static List<Reply> atOnce(int threads, IntFunction<Reply> code) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Callable<Reply>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        calls.add(
            () -> {
              start.await();
              return code.apply(number);
            });
      }
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> future : pool.invokeAll(calls)) {
        replies.add(future.get());
      }
      return replies;
    } finally {
      pool.shutdownNow();
    }
  }

  private static String number(Reply reply) {
    return ((Reply.Paid) reply).payment().receiptNo();
  }

  private static Refusal refusal(Reply reply) {
    return ((Reply.Refused) reply).reason();
  }

  private static Status status(Reply reply) {
    return ((Reply.TransactionFound) reply).status();
  }
}
