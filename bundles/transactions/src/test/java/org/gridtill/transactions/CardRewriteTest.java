package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.transactions.CardTerminal.refusal;
import static org.gridtill.transactions.CardTerminal.script;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second sale of a consumer, and writing it once more. */
class CardRewriteTest {

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

  @Test
  void putsTheSameSaleOnTheCardOnce() {
    CardWallet sold = script(t.recharge(SALE, 3000)).wallet();
    t.report(SALE, CardOutcome.NOT_WRITTEN);

    Reply again = t.rewrite(3, SALE);

    assertThat(script(again).wallet()).isEqualTo(sold);
    assertThat(t.record(3).original()).isEqualTo(t.record(SALE).serialNo());
    assertThat(((Reply.Paid) again).payment().amount()).isEqualTo(Money.ZERO);
    assertThat(((Reply.Paid) again).payment().receiptNo()).isEmpty();
    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_WRITE);
    t.report(3, t.write(again));
    assertThat(t.cardState(SALE)).isEqualTo(CardState.WRITTEN);
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
    assertThat(t.meter.remaining()).isEqualTo(Money.parse("80.00"));
    assertThat(f.journal.trialBalance().entries()).isEqualTo(2);
    assertThat(f.line().used()).isEqualTo(Money.parse("80.00"));
  }

  @Test
  void isIdempotentUnderItsOwnKey() {
    t.recharge(SALE, 3000);
    CardRequest.Rewrite request =
        new CardRequest.Rewrite(
            EngineFixture.origin(3), CardTerminal.original(SALE), t.card.reading());
    Reply first = t.handle(request);

    assertThat(t.handle(request)).isEqualTo(first);
    f.restart();
    assertThat(t.handle(request)).isEqualTo(first);
    assertThat(f.engine.latest(EngineFixture.TERMINAL, 10)).hasSize(3);
    assertThat(refusal(t.rewrite(3, SALE))).isEqualTo(Refusal.DUPLICATE_KEY);
  }

  @Test
  void isRefusedIfTheCardHasItAlready() {
    t.write(t.recharge(SALE, 3000));

    assertThat(refusal(t.rewrite(3, SALE))).isEqualTo(Refusal.WRONG_CARD);
    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_WRITE);
  }

  @Test
  void isRefusedOnceTheMeterTookIt() {
    t.write(t.recharge(SALE, 3000));
    t.meter.insert(t.card);

    assertThat(refusal(t.rewrite(3, SALE))).isEqualTo(Refusal.METER_TOOK_CREDIT);
    assertThat(t.meterState(SALE)).as("the card shows it").isEqualTo(MeterState.TAKEN);
  }

  @Test
  void isRefusedOnceTheSaleIsReversed() {
    t.recharge(SALE, 3000);
    t.reverse(SALE, 3000, CardOutcome.NOT_WRITTEN);

    assertThat(refusal(t.rewrite(3, SALE))).isEqualTo(Refusal.UNKNOWN_TRANSACTION);
  }

  @Test
  void isRefusedForWhatIsNoSale() {
    t.recharge(SALE, 3000);
    t.rewrite(3, SALE);
    f.pay(4, 1234);

    assertThat(refusal(t.rewrite(5, 3))).isEqualTo(Refusal.UNKNOWN_TRANSACTION);
    assertThat(refusal(t.rewrite(5, 4))).isEqualTo(Refusal.UNKNOWN_TRANSACTION);
    assertThat(refusal(t.rewrite(5, 77))).isEqualTo(Refusal.UNKNOWN_TRANSACTION);
  }

  @Test
  void isRefusedWhileAnotherOrderIsUnderWay() {
    t.recharge(SALE, 3000);
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(t.rewrite(3, SALE)).isInstanceOf(Reply.InDoubt.class);

    assertThat(refusal(t.rewrite(4, SALE))).isEqualTo(Refusal.BILLING_UNAVAILABLE);
    assertThat(refusal(t.reverse(SALE, 3000, CardOutcome.NOT_WRITTEN)))
        .isEqualTo(Refusal.CARD_NOT_CLEARED);
    f.resolveAll();

    assertThat(t.money(3)).isEqualTo(TransactionState.COMPLETED);
    assertThat(t.rewrite(5, SALE)).isInstanceOf(Reply.Paid.class);
  }

  @Test
  void isRefusedOnACardThatMissesAPurchaseBefore() {
    t.recharge(SALE, 3000);
    t.card = t.written(CardTerminal.CONSUMER, 100, 4);

    assertThat(refusal(t.rewrite(3, SALE))).isEqualTo(Refusal.WRONG_CARD);
  }

  @Test
  void isRefusedOnABlankCardForASaleThatIsNotTheFirst() {
    t.recharge(SALE, 3000);
    t.card = t.blank();

    assertThat(refusal(t.rewrite(3, SALE))).isEqualTo(Refusal.WRONG_CARD);
  }

  @Test
  void givesNothingToWriteOnceItsSaleIsReversed() {
    t.recharge(SALE, 3000);
    CardRequest.Rewrite request =
        new CardRequest.Rewrite(
            EngineFixture.origin(3), CardTerminal.original(SALE), t.card.reading());
    t.handle(request);
    t.report(3, CardOutcome.NOT_WRITTEN);
    assertThat(t.reverse(SALE, 3000, null)).isInstanceOf(Reply.Reversed.class);

    assertThat(refusal(t.handle(request))).isEqualTo(Refusal.BLOCKED_BY_REVERSAL);
    Reply.TransactionFound found = (Reply.TransactionFound) f.ask(3);
    assertThat(found.status()).isEqualTo(Status.REVERSED);
    assertThat(found.payment().card()).isNull();
  }

  @Test
  void isNotTouchedByAReportAboutAnEarlierAttempt() {
    t.recharge(SALE, 3000);
    t.rewrite(3, SALE);

    t.report(SALE, CardOutcome.NOT_WRITTEN);

    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_WRITE);
    assertThat(refusal(t.reverse(SALE, 3000, CardOutcome.NOT_WRITTEN)))
        .as("nor by what a reversal says")
        .isEqualTo(Refusal.CARD_NOT_CLEARED);
  }

  /** A reading is from before or after the later attempt; nobody can tell which. */
  @Test
  void isNotTouchedByAReadingFromBeforeIt() {
    t.recharge(SALE, 3000);
    CardReading before = t.card.reading();
    t.write(t.rewrite(3, SALE));

    t.report(SALE, CardOutcome.NOT_WRITTEN, before);

    assertThat(t.cardState(SALE)).isEqualTo(CardState.TO_WRITE);
  }

  @Test
  void isProvedByAReadingThatShowsTheSaleWhicheverAttemptItIsAbout() {
    t.recharge(SALE, 3000);
    t.write(t.rewrite(3, SALE));

    t.report(SALE, CardOutcome.UNKNOWN, t.card.reading());

    assertThat(t.cardState(SALE)).isEqualTo(CardState.WRITTEN);
  }

  @Test
  void isNotProvedByTheCardOfAnotherConsumer() {
    t.write(t.recharge(SALE, 3000));
    CardReading other = t.written(new ConsumerNo("0100000002"), 3000, 1).reading();

    t.report(SALE, CardOutcome.UNKNOWN, other);

    assertThat(t.cardState(SALE)).isEqualTo(CardState.UNKNOWN);
  }
}
