package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.transactions.CardTerminal.refusal;
import static org.gridtill.transactions.CardTerminal.script;

import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second sale of a consumer, taken off the card and then undone. */
class CardReversalTest {

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

  private void sellAndWrite() {
    t.report(SALE, t.write(t.recharge(SALE, 3000)));
  }

  @Test
  void goesThroughOnceTheCardIsCleared() {
    sellAndWrite();
    Reply clearing = t.clear(3, SALE);
    assertThat(script(clearing).wallet()).isEqualTo(new CardWallet(Money.ZERO, 1));
    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_CLEAR);
    assertThat(t.write(clearing)).isEqualTo(CardOutcome.WRITTEN);
    t.report(3, CardOutcome.CLEARED, t.card.reading());
    assertThat(t.cardState(SALE)).isEqualTo(CardState.CLEARED);

    assertThat(t.reverse(SALE, 3000, null)).isInstanceOf(Reply.Reversed.class);

    assertThat(t.money(SALE)).isEqualTo(TransactionState.REVERSED);
    assertThat(f.line().used()).isEqualTo(Money.parse("50.00"));
    f.resolveDue();
    assertThat(t.told(SALE)).isEqualTo(CardOutcome.CLEARED);
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.NOTHING_NEW);
    assertThat(t.meter.remaining()).isEqualTo(Money.parse("50.00"));
  }

  @Test
  void lettingTheConsumerBuyAgainWithTheSameCount() {
    sellAndWrite();
    t.report(3, clear(3), t.card.reading());
    t.reverse(SALE, 3000, null);
    t.meter.insert(t.card);

    Reply again = t.recharge(4, 4000);

    assertThat(script(again).wallet()).isEqualTo(new CardWallet(Money.parse("40.00"), 2));
    t.report(4, t.write(again));
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
    assertThat(t.meter.remaining()).isEqualTo(Money.parse("90.00"));
  }

  private CardOutcome clear(int trace) {
    assertThat(t.write(t.clear(trace, SALE))).isEqualTo(CardOutcome.WRITTEN);
    return CardOutcome.CLEARED;
  }

  @Test
  void ofAnOpeningLeavesABlankCardThatAnotherOpeningTakes() {
    EngineFixture fresh = new EngineFixture(Money.parse("1000.00"));
    CardTerminal other = new CardTerminal(fresh);
    other.report(1, other.write(other.open(1, 5000)));
    other.write(other.clear(2, 1));
    other.report(2, CardOutcome.CLEARED, other.card.reading());

    assertThat(other.reverse(1, 5000, null)).isInstanceOf(Reply.Reversed.class);

    assertThat(other.card.reading().parameterFile()).isEmpty();
    assertThat(other.write(other.open(3, 6000))).isEqualTo(CardOutcome.WRITTEN);
    assertThat(other.meter.insert(other.card)).isEqualTo(Insertion.CREDITED);
    fresh.resolveAll();
    fresh.assertSound();
    fresh.close();
  }

  @Test
  void isRefusedWhileTheCardIsToBeWritten() {
    t.recharge(SALE, 3000);

    assertCardNotCleared(null);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_WRITE);
  }

  @Test
  void isRefusedWhileTheCardIsWritten() {
    sellAndWrite();

    assertCardNotCleared(null);
    assertCardNotCleared(CardOutcome.NOT_WRITTEN);
    assertCardNotCleared(CardOutcome.CLEARED);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.WRITTEN);
  }

  @Test
  void isRefusedWhileNobodyKnowsOfTheCard() {
    t.recharge(SALE, 3000);
    t.report(SALE, CardOutcome.UNKNOWN);

    assertCardNotCleared(null);
    assertCardNotCleared(CardOutcome.NOT_WRITTEN);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.UNKNOWN);
  }

  @Test
  void isRefusedWhileTheCardIsToBeCleared() {
    sellAndWrite();
    t.clear(3, SALE);

    assertCardNotCleared(null);
    assertCardNotCleared(CardOutcome.NOT_WRITTEN);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_CLEAR);
  }

  @Test
  void goesOnIfItSaysItselfThatTheCardWasCleared() {
    sellAndWrite();
    t.clear(3, SALE);

    assertThat(t.reverse(SALE, 3000, CardOutcome.CLEARED)).isInstanceOf(Reply.Reversed.class);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.CLEARED);
  }

  @Test
  void isRefusedIfItSaysItselfThatTheCardIsWritten() {
    t.recharge(SALE, 3000);

    assertCardNotCleared(CardOutcome.WRITTEN);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.WRITTEN);
  }

  private void assertCardNotCleared(CardOutcome said) {
    assertThat(refusal(t.reverse(SALE, 3000, said))).isEqualTo(Refusal.CARD_NOT_CLEARED);
    assertThat(t.money(SALE)).isEqualTo(TransactionState.COMPLETED);
  }

  @Test
  void goesThroughIfItSaysItselfThatTheCardWasNeverWritten() {
    t.recharge(SALE, 3000);

    assertThat(t.reverse(SALE, 3000, CardOutcome.NOT_WRITTEN)).isInstanceOf(Reply.Reversed.class);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.NOT_WRITTEN);
    assertThat(t.reverse(SALE, 3000, CardOutcome.NOT_WRITTEN)).isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void goesThroughAfterAReportThatTheCardWasNotWritten() {
    t.recharge(SALE, 3000);
    t.report(SALE, CardOutcome.NOT_WRITTEN, t.card.reading());

    assertThat(t.reverse(SALE, 3000, null)).isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void isRefusedOnceTheMeterTookTheCredit() {
    sellAndWrite();
    t.meter.insert(t.card);
    t.query();

    assertThat(refusal(t.reverse(SALE, 3000, null))).isEqualTo(Refusal.METER_TOOK_CREDIT);
    assertThat(t.money(SALE)).isEqualTo(TransactionState.COMPLETED);
  }

  @Test
  void cannotBePreparedByClearingACardThatWasInTheMeter() {
    sellAndWrite();
    t.meter.insert(t.card);

    assertThat(refusal(t.clear(3, SALE))).isEqualTo(Refusal.METER_TOOK_CREDIT);
    assertThat(t.meterState(SALE)).isEqualTo(MeterState.TAKEN);
  }

  @Test
  void isRefusedAfterAReportWithACardThatWasInTheMeter() {
    Reply sold = t.recharge(SALE, 3000);
    t.write(sold);
    t.meter.insert(t.card);

    t.report(SALE, CardOutcome.NOT_WRITTEN, t.card.reading());

    assertThat(t.meterState(SALE)).isEqualTo(MeterState.TAKEN);
    assertThat(refusal(t.reverse(SALE, 3000, null))).isEqualTo(Refusal.METER_TOOK_CREDIT);
  }

  @Test
  void isNotPreparedByClearingAnotherCard() {
    sellAndWrite();
    t.card = t.written(CardTerminal.CONSUMER, 100, 1);

    assertThat(refusal(t.clear(3, SALE))).isEqualTo(Refusal.WRONG_CARD);
  }

  /** The first report of the sale comes again, with what was read before the card was written. */
  @Test
  void isNotMadePossibleByAReadingFromBeforeTheClearing() {
    t.recharge(SALE, 3000);
    CardReading before = t.card.reading();
    t.report(SALE, CardOutcome.NOT_WRITTEN, before);
    t.report(3, t.write(t.rewrite(3, SALE)));
    t.clear(4, SALE);

    t.report(SALE, CardOutcome.NOT_WRITTEN, before);

    assertCardNotCleared(null);
  }

  @Test
  void whoseClearingDidNotReachTheCardIsRefused() {
    sellAndWrite();
    t.clear(3, SALE);

    t.report(3, CardOutcome.UNKNOWN, t.card.reading());

    assertThat(t.cardState(SALE)).as("the reading decides").isEqualTo(CardState.WRITTEN);
    assertCardNotCleared(null);
  }

  @Test
  void declinedByTheBillingSystemLeavesTheSaleToBeWritten() {
    t.recharge(SALE, 3000);
    f.billing.refuseReversals();

    assertThat(refusal(t.reverse(SALE, 3000, CardOutcome.NOT_WRITTEN)))
        .isEqualTo(Refusal.NOT_REVERSIBLE);

    Reply again = t.rewrite(3, SALE);
    t.report(3, t.write(again));
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
  }

  @Test
  void whoseAnswerIsLostKeepsTheSaleFromTheCard() {
    t.recharge(SALE, 3000);
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(t.reverse(SALE, 3000, CardOutcome.NOT_WRITTEN)).isInstanceOf(Reply.InDoubt.class);

    assertThat(refusal(t.rewrite(3, SALE))).isEqualTo(Refusal.UNKNOWN_TRANSACTION);
    f.resolveAll();

    assertThat(t.money(SALE)).isEqualTo(TransactionState.REVERSED);
  }
}
