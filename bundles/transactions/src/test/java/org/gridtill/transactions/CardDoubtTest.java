package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.transactions.CardTerminal.refusal;
import static org.gridtill.transactions.CardTerminal.script;

import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards that are pulled out, and answers of the billing system that are lost. */
class CardDoubtTest {

  private static final int SALE = 2;

  private final EngineFixture f = new EngineFixture(Money.parse("1000.00"));
  private final CardTerminal t = new CardTerminal(f);

  @BeforeEach
  void open() {
    t.openAndInsert(1, 5000);
  }

  @AfterEach
  void sound() {
    f.resolveAll();
    f.assertSound();
    f.close();
  }

  /** The last of five commands writes the wallet. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void aCardPulledOutInTheMiddleIsReadAndFinished(int commands) {
    CardWrite sale = script(t.recharge(SALE, 3000));
    assertThat(sale.steps()).hasSize(5);
    t.card.pullOutAfter(commands);

    CardOutcome outcome = t.card.write(sale);

    assertThat(outcome).isEqualTo(CardOutcome.UNKNOWN);
    t.report(SALE, outcome);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.UNKNOWN);
    t.report(SALE, outcome, t.card.reading());
    boolean onTheCard = commands == 5;
    assertThat(t.cardState(SALE)).isEqualTo(onTheCard ? CardState.WRITTEN : CardState.NOT_WRITTEN);
    Reply again = t.rewrite(3, SALE);
    if (onTheCard) {
      assertThat(refusal(again)).isEqualTo(Refusal.WRONG_CARD);
    } else {
      t.report(3, t.write(again));
    }
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.NOTHING_NEW);
    assertThat(t.meter.remaining()).isEqualTo(Money.parse("80.00"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aCardPulledOutWhileItIsClearedIsReadAndFinished(int commands) {
    t.report(SALE, t.write(t.recharge(SALE, 3000)));
    CardWrite clearing = script(t.clear(3, SALE));
    assertThat(clearing.steps()).hasSize(2);
    t.card.pullOutAfter(commands);

    t.report(3, t.card.write(clearing), t.card.reading());

    boolean cleared = commands == 2;
    assertThat(t.cardState(SALE)).isEqualTo(cleared ? CardState.CLEARED : CardState.WRITTEN);
    Reply reversed = t.reverse(SALE, 3000, null);
    if (cleared) {
      assertThat(reversed).isInstanceOf(Reply.Reversed.class);
      assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.NOTHING_NEW);
    } else {
      assertThat(refusal(reversed)).isEqualTo(Refusal.CARD_NOT_CLEARED);
      assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
    }
  }

  @Test
  void aSaleWhoseAnswerIsLostIsSoldOnce() {
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(t.recharge(SALE, 3000)).isInstanceOf(Reply.InDoubt.class);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.NONE);
    f.resolveAll();

    Reply.TransactionFound found = (Reply.TransactionFound) f.ask(SALE);

    assertThat(found.status()).isEqualTo(Status.COMPLETED);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_WRITE);
    assertThat(t.card.write(found.payment().card())).isEqualTo(CardOutcome.WRITTEN);
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
    assertThat(t.meter.remaining()).isEqualTo(Money.parse("80.00"));
    assertThat(f.billing.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOSE_CALL", "THROW"})
  void aSaleThatNeverArrivedGivesNothingAndIsSoldAnew(Fault fault) {
    f.billing.next(fault);
    assertThat(t.recharge(SALE, 3000)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();

    assertThat(t.money(SALE)).isEqualTo(TransactionState.DECLINED);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.NONE);
    Reply again = t.recharge(3, 3000);
    assertThat(script(again).wallet().purchaseCount()).isEqualTo(2);
  }

  @Test
  void aSaleThatIsReversedInDoubtIsNeverGivenOut() {
    f.billing.next(Fault.LOSE_ANSWER, Fault.LOSE_ANSWER);
    t.recharge(SALE, 3000);
    assertThat(t.reverse(SALE, 3000, null)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();

    assertThat(t.money(SALE)).isEqualTo(TransactionState.REVERSED);
    assertThat(((Reply.TransactionFound) f.ask(SALE)).payment().card()).isNull();
    assertThat(script(t.recharge(3, 3000)).wallet().purchaseCount()).isEqualTo(2);
  }

  @Test
  void aRewriteWhoseAnswerIsLostIsGivenLater() {
    t.recharge(SALE, 3000);
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(t.rewrite(3, SALE)).isInstanceOf(Reply.InDoubt.class);
    assertThat(((Reply.TransactionFound) f.ask(3)).status()).isEqualTo(Status.IN_DOUBT);
    f.resolveAll();

    CardWrite given = ((Reply.TransactionFound) f.ask(3)).payment().card();

    t.report(3, t.card.write(given));
    assertThat(t.cardState(SALE)).isEqualTo(CardState.WRITTEN);
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
  }

  @Test
  void aClearingWhoseAnswerIsLostIsGivenLater() {
    t.report(SALE, t.write(t.recharge(SALE, 3000)));
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(t.clear(3, SALE)).isInstanceOf(Reply.InDoubt.class);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.WRITTEN);
    f.resolveAll();

    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_CLEAR);
    t.card.write(((Reply.TransactionFound) f.ask(3)).payment().card());
    t.report(3, CardOutcome.CLEARED, t.card.reading());
    assertThat(t.reverse(SALE, 3000, null)).isInstanceOf(Reply.Reversed.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOSE_CALL", "THROW", "UNREACHABLE", "DAY_END"})
  void anOrderThatNeverArrivedLetsTheCardGo(Fault fault) {
    t.recharge(SALE, 3000);
    t.report(SALE, CardOutcome.NOT_WRITTEN);
    f.billing.next(fault);
    boolean certain = fault == Fault.UNREACHABLE || fault == Fault.DAY_END;
    Reply reply = t.rewrite(3, SALE);
    if (certain) {
      assertThat(refusal(reply)).isEqualTo(Refusal.BILLING_UNAVAILABLE);
    } else {
      assertThat(reply).isInstanceOf(Reply.InDoubt.class);
      assertThat(refusal(t.reverse(SALE, 3000, null))).isEqualTo(Refusal.CARD_NOT_CLEARED);
      f.resolveAll();
    }

    assertThat(t.money(3)).isEqualTo(TransactionState.DECLINED);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.NOT_WRITTEN);
    assertThat(t.rewrite(4, SALE)).isInstanceOf(Reply.Paid.class);
    t.report(4, CardOutcome.NOT_WRITTEN);
    assertThat(t.reverse(SALE, 3000, null)).isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void anOrderThatIsDeclinedLetsTheCardGo() {
    t.recharge(SALE, 3000);
    f.billing.declinePayments(DeclineReason.PURCHASE_COUNT_DIFFERS);
    assertThat(refusal(t.rewrite(3, SALE))).isEqualTo(Refusal.PURCHASE_COUNT_DIFFERS);
    f.billing.declinePayments(null);

    assertThat(t.rewrite(4, SALE)).isInstanceOf(Reply.Paid.class);
  }

  /** The order arrives late: after the question about it, and before it is blocked. */
  @Test
  void anOrderThatIsUndoneWhileItIsCanceledLetsTheCardGo() {
    t.recharge(SALE, 3000);
    f.billing.next(Fault.LOSE_CALL);
    t.rewrite(3, SALE);
    f.billing.beforeReverse(() -> f.billing.arrive(t.record(3).serialNo()));
    f.resolveAll();

    assertThat(t.money(3)).isEqualTo(TransactionState.DECLINED);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_WRITE);
    assertThat(t.reverse(SALE, 3000, CardOutcome.NOT_WRITTEN)).isInstanceOf(Reply.Reversed.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOSE_ANSWER", "LOSE_CALL", "THROW", "UNREACHABLE", "DAY_END"})
  void aReportThatDoesNotGetThroughIsToldLater(Fault fault) {
    t.report(SALE, t.write(t.recharge(SALE, 3000)));
    f.billing.next(fault, fault);
    f.resolveDue();
    assertThat(t.record(SALE).nextAttemptAt()).as("to be told again").isNotNull();
    f.restart();
    f.resolveAll();
    f.resolveAll();

    assertThat(t.told(SALE)).isEqualTo(CardOutcome.WRITTEN);
    assertThat(t.record(SALE).nextAttemptAt()).isNull();
    assertThat(t.money(SALE)).isEqualTo(TransactionState.COMPLETED);
  }

  @Test
  void aReportSaysWhatIsTrueInTheEndIfMuchHappensBeforeItGetsThrough() {
    f.billing.next(Fault.NONE, Fault.UNREACHABLE);
    t.report(SALE, t.write(t.recharge(SALE, 3000)));
    f.resolveDue();
    t.report(3, t.write(t.clear(3, SALE)), t.card.reading());
    t.reverse(SALE, 3000, null);
    f.resolveAll();

    assertThat(t.told(SALE)).isEqualTo(CardOutcome.CLEARED);
    assertThat(t.money(SALE)).isEqualTo(TransactionState.REVERSED);
  }
}
