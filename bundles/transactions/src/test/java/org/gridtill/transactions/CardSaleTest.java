package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.transactions.CardTerminal.CONSUMER;
import static org.gridtill.transactions.CardTerminal.refusal;
import static org.gridtill.transactions.CardTerminal.script;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.simulator.card.Insertion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CardSaleTest {

  private final EngineFixture f = new EngineFixture(Money.parse("1000.00"));
  private final CardTerminal t = new CardTerminal(f);

  @AfterEach
  void sound() {
    f.resolveAll();
    f.assertSound();
    f.close();
  }

  @Test
  void opensAnAccountAndPutsItsFirstPurchaseInTheMeter() {
    Reply.Payment payment = ((Reply.Paid) t.open(1, 5000)).payment();

    assertThat(payment.kind()).isEqualTo(TransactionKind.CARD_OPENING);
    assertThat(payment.receiptText()).contains("50.00");
    assertThat(payment.card().wallet()).isEqualTo(new CardWallet(Money.parse("50.00"), 1));
    assertThat(t.card.write(payment.card())).isEqualTo(CardOutcome.WRITTEN);
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
    assertThat(t.meter.remaining()).isEqualTo(Money.parse("50.00"));
    assertThat(t.record(1).purchaseCount()).isEqualTo(1);
  }

  @Test
  void goesOnWithThePurchaseAfterThatOfTheMeter() {
    t.openAndInsert(1, 5000);

    Reply reply = t.recharge(2, 3000);

    assertThat(script(reply).wallet()).isEqualTo(new CardWallet(Money.parse("30.00"), 2));
    assertThat(t.write(reply)).isEqualTo(CardOutcome.WRITTEN);
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
    assertThat(t.meter.remaining()).isEqualTo(Money.parse("80.00"));
  }

  @Test
  void tellsTheBillingSystemWhatTheTerminalReports() {
    Reply sold = t.open(1, 5000);
    assertThat(t.cardState(1)).isEqualTo(CardState.TO_WRITE);
    assertThat(t.meterState(1)).isEqualTo(MeterState.WAITING);

    Reply.CardReported taken = (Reply.CardReported) t.report(1, t.write(sold), t.card.reading());
    f.resolveDue();

    assertThat(taken.serialNo()).isEqualTo(t.record(1).serialNo());
    assertThat(t.cardState(1)).isEqualTo(CardState.WRITTEN);
    assertThat(t.told(1)).isEqualTo(CardOutcome.WRITTEN);
  }

  @Test
  void isInTheMeterOnceTheCardComesBackWithTheEvidence() {
    t.report(1, t.write(t.open(1, 5000)));
    t.query();
    assertThat(t.meterState(1)).as("not inserted").isEqualTo(MeterState.WAITING);
    t.meter.insert(t.card);

    t.query();

    assertThat(t.meterState(1)).isEqualTo(MeterState.TAKEN);
    assertThat(t.cardState(1)).isEqualTo(CardState.WRITTEN);
  }

  @Test
  void thatNobodyReportedIsKnownByTheEvidence() {
    t.write(t.open(1, 5000));
    t.meter.insert(t.card);

    t.recharge(2, 3000);
    f.resolveDue();

    assertThat(t.meterState(1)).isEqualTo(MeterState.TAKEN);
    assertThat(t.cardState(1)).isEqualTo(CardState.WRITTEN);
    assertThat(t.told(1)).isEqualTo(CardOutcome.WRITTEN);
    assertThat(t.money(2)).isEqualTo(TransactionState.COMPLETED);
  }

  @Test
  void isRefusedWhileTheLastPurchaseIsNotInserted() {
    t.report(1, t.write(t.open(1, 5000)));

    assertThat(refusal(t.recharge(2, 3000))).isEqualTo(Refusal.CARD_NOT_INSERTED);
    assertThat(t.money(2)).isEqualTo(TransactionState.REJECTED);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void isRefusedWhileAnotherSaleWaitsForTheMeterWhateverTheCardSays() {
    t.openAndInsert(1, 5000);
    // The answer comes, the card is never written, so it still has the meter's evidence.
    t.recharge(2, 3000);

    Reply.Refused refused = (Reply.Refused) t.recharge(3, 3000);

    assertThat(refused.reason()).isEqualTo(Refusal.CARD_NOT_INSERTED);
    assertThat(refused.text()).contains("purchase 2");
    assertThat(f.billing.count()).isEqualTo(2);
  }

  @Test
  void isRefusedByTheBillingSystemThatKnowsOfAPurchaseElsewhere() {
    t.card = t.written(CONSUMER, 5000, 1);
    t.meter.insert(t.card);

    assertThat(refusal(t.recharge(1, 3000))).isEqualTo(Refusal.CARD_NOT_INSERTED);
    assertThat(t.money(1)).isEqualTo(TransactionState.DECLINED);
    assertThat(t.cardState(1)).isEqualTo(CardState.NONE);
  }

  @Test
  void isNotMadeWithAnotherConsumersCard() {
    ConsumerNo other = new ConsumerNo("0100000002");
    t.card = t.written(other, 5000, 1);
    CardTerminal.meter(other).insert(t.card);

    assertThat(refusal(t.recharge(1, 3000))).isEqualTo(Refusal.WRONG_CARD);
    assertThat(t.money(1)).isEqualTo(TransactionState.REJECTED);
  }

  @Test
  void isNotMadeWithABlankCard() {
    assertThat(refusal(t.recharge(1, 3000))).isEqualTo(Refusal.WRONG_CARD);
  }

  @Test
  void opensNothingOnACardThatIsNotBlank() {
    t.openAndInsert(1, 5000);

    assertThat(refusal(t.open(2, 5000))).isEqualTo(Refusal.WRONG_CARD);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void isRefusedIfTheMeterHasAnotherCountThanItsCard() {
    t.card = t.written(CONSUMER, 5000, 1);
    t.meter.insert(t.card);
    t.meter.recharge(CONSUMER.value(), Money.parse("10.00"), 2);
    t.meter.insert(t.card);

    assertThat(refusal(t.recharge(1, 3000))).isEqualTo(Refusal.PURCHASE_COUNT_DIFFERS);
    assertThat(t.money(1)).isEqualTo(TransactionState.REJECTED);
  }

  @Test
  void givesTheSameCommandsEveryTime() {
    t.openAndInsert(1, 5000);
    CardRequest.Recharge request = t.rechargeRequest(2, 3000);
    Reply first = t.handle(request);

    assertThat(t.handle(request)).isEqualTo(first);
    f.restart();
    assertThat(t.handle(request)).isEqualTo(first);
    Reply.TransactionFound found = (Reply.TransactionFound) f.ask(2);
    assertThat(found.status()).isEqualTo(Status.COMPLETED);
    assertThat(found.payment()).isEqualTo(((Reply.Paid) first).payment());
    assertThat(script(first))
        .as("as the billing system gave it")
        .isEqualTo(f.billing.utility().confirmation(t.record(2).serialNo()).card());
    assertThat(t.card.write(found.payment().card())).isEqualTo(CardOutcome.WRITTEN);
    assertThat(f.billing.count()).isEqualTo(2);
  }

  @Test
  void givesNothingToWriteOnceItIsReversed() {
    CardRequest.Open request =
        new CardRequest.Open(
            EngineFixture.origin(1), CONSUMER, Money.parse("50.00"), t.card.reading());
    t.handle(request);

    assertThat(t.reverse(1, 5000, CardOutcome.NOT_WRITTEN)).isInstanceOf(Reply.Reversed.class);

    assertThat(refusal(t.handle(request))).isEqualTo(Refusal.BLOCKED_BY_REVERSAL);
    Reply.TransactionFound found = (Reply.TransactionFound) f.ask(1);
    assertThat(found.status()).isEqualTo(Status.REVERSED);
    assertThat(found.payment().card()).isNull();
  }

  @Test
  void withAnotherReadingUnderTheSameKeyIsAnotherRequest() {
    t.openAndInsert(1, 5000);
    t.recharge(2, 3000);

    assertThat(refusal(t.recharge(2, 3000))).isEqualTo(Refusal.DUPLICATE_KEY);
    assertThat(f.billing.count()).isEqualTo(2);
  }

  @Test
  void declinedLeavesCardAndMeterAlone() {
    f.billing.declinePayments(DeclineReason.PURCHASE_OUT_OF_RANGE);

    assertThat(refusal(t.open(1, 5000))).isEqualTo(Refusal.PURCHASE_OUT_OF_RANGE);
    assertThat(t.cardState(1)).isEqualTo(CardState.NONE);
    assertThat(t.meterState(1)).isEqualTo(MeterState.NONE);
  }

  /** The count of a sale that was reversed is given to the next one: the meter took that one. */
  @Test
  void thatWasReversedIsNotInTheMeterWithTheOneThatGotItsCount() {
    t.openAndInsert(1, 5000);
    t.recharge(2, 3000);
    t.reverse(2, 3000, CardOutcome.NOT_WRITTEN);
    t.report(3, t.write(t.recharge(3, 4000)));
    t.meter.insert(t.card);

    t.query();

    assertThat(t.record(3).purchaseCount()).isEqualTo(t.record(2).purchaseCount());
    assertThat(t.meterState(3)).isEqualTo(MeterState.TAKEN);
    assertThat(t.meterState(2)).isEqualTo(MeterState.WAITING);
    assertThat(t.cardState(2)).isEqualTo(CardState.NOT_WRITTEN);
    t.report(4, t.write(t.recharge(4, 2000)));
    t.meter.insert(t.card);
    t.query();
    assertThat(t.meterState(4)).isEqualTo(MeterState.TAKEN);
    assertThat(t.meterState(2)).as("nor later").isEqualTo(MeterState.WAITING);
  }
}
