package org.gridtill.simulator.sg186.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.card.CardScript;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.sg186.TestConsumers;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sales on a card, with the card and the meter that have to take them. */
class CardSaleTest {

  private final Ledger ledger = new Ledger(Calls.UTILITY, Storage.none(), List.of());
  private final Counter counter = new Counter(ledger);

  @Test
  void theFirstPurchaseOpensTheAccount() throws Exception {
    Answer answer = counter.buy(10_000);
    assertThat(answer.code()).isEqualTo(ResultCode.DONE);
    assertThat(answer.effect().purchaseCount()).isEqualTo(1);
    assertThat(counter.view().record().open()).isTrue();
    assertThat(counter.view().pendingFen()).isEqualTo(10_000);
    assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(counter.meter.remaining().fen()).isEqualTo(10_000);
  }

  @Test
  void everyPurchaseReachesTheMeterOnce() throws Exception {
    counter.open();
    for (int count = 2; count <= 5; count++) {
      Answer answer = counter.buy(5_000);
      assertThat(answer.code()).isEqualTo(ResultCode.DONE);
      assertThat(answer.effect().purchaseCount()).isEqualTo(count);
      assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
      assertThat(counter.insert()).isEqualTo(Insertion.NOTHING_NEW);
    }
    assertThat(counter.meter.remaining().fen()).isEqualTo(30_000);
  }

  @Test
  void theNextPurchaseWaitsForTheInsertion() throws Exception {
    counter.buy(10_000);
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.CARD_NOT_INSERTED);
    counter.insert();
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.DONE);
  }

  @Test
  void theNextPurchaseWaitsForTheWriting() throws Exception {
    counter.open();
    counter.sell(5_000);
    String sale = counter.last().serialNo();
    // The return-write file of the purchase before is still there: it counts one less.
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.PURCHASE_COUNT_DIFFERS);
    counter.write(counter.rewrite(sale));
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.CARD_NOT_INSERTED);
    assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.DONE);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "4", "5"})
  void aSaleThatTheCardMissedIsRewritten(int commands) throws Exception {
    counter.open();
    Answer sold = counter.sell(5_000);
    String sale = counter.last().serialNo();
    counter.card.pullOutAfter(commands);
    counter.write(sold);
    assertThat(counter.card.reading().wallet().purchaseCount()).isEqualTo(commands < 5 ? 1 : 2);
    assertThat(counter.report(sale, CardOutcome.UNKNOWN)).isEqualTo(ResultCode.DONE);
    Answer rewritten = counter.rewrite(sale);
    assertThat(rewritten.effect().script().orElseThrow().wallet())
        .isEqualTo(sold.effect().script().orElseThrow().wallet());
    counter.write(rewritten);
    assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(counter.meter.remaining().fen()).isEqualTo(15_000);
    assertThat(counter.rewrite(sale).code()).isEqualTo(ResultCode.TAKEN_BY_THE_METER);
  }

  @Test
  void anOpeningThatTheCardMissedIsRewritten() throws Exception {
    Answer sold = counter.sell(10_000);
    String sale = counter.last().serialNo();
    counter.card.pullOutAfter(3);
    counter.write(sold);
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.LAST_SALE_NOT_WRITTEN);
    counter.write(counter.rewrite(sale));
    assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
  }

  @Test
  void onlyTheLastSaleIsRewrittenOrCleared() throws Exception {
    counter.open();
    String first = counter.last().serialNo();
    counter.buy(5_000);
    assertThat(counter.rewrite(first).code()).isEqualTo(ResultCode.NOT_THE_LAST_SALE);
    assertThat(counter.clear(first).code()).isEqualTo(ResultCode.NOT_THE_LAST_SALE);
    assertThat(counter.rewrite("unheard").code()).isEqualTo(ResultCode.NO_SUCH_CARD_SALE);
    assertThat(counter.clear("unheard").code()).isEqualTo(ResultCode.NO_SUCH_CARD_SALE);
  }

  @Test
  void aSaleIsClearedThenReversed() throws Exception {
    counter.open();
    counter.buy(5_000);
    Call sale = counter.last();
    counter.report(sale.serialNo(), CardOutcome.WRITTEN);
    assertThat(counter.reverse(sale, Call.Details.NONE)).isEqualTo(ResultCode.CARD_NOT_CLEARED);
    assertThat(counter.reverse(sale, Call.Details.of(CardOutcome.NOT_WRITTEN)))
        .isEqualTo(ResultCode.CARD_NOT_CLEARED);
    counter.write(counter.clear(sale.serialNo()));
    assertThat(counter.report(sale.serialNo(), CardOutcome.CLEARED)).isEqualTo(ResultCode.DONE);
    assertThat(counter.reverse(sale, Call.Details.of(CardOutcome.CLEARED)))
        .isEqualTo(ResultCode.DONE);
    assertThat(counter.view().record().count()).isEqualTo(1);
    assertThat(counter.insert()).isEqualTo(Insertion.NOTHING_NEW);
    assertThat(counter.buy(6_000).effect().purchaseCount()).isEqualTo(2);
    assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(counter.meter.remaining().fen()).isEqualTo(16_000);
  }

  @Test
  void anOpeningIsClearedThenReversedAndTheAccountIsNotOpen() throws Exception {
    counter.buy(10_000);
    Call sale = counter.last();
    counter.write(counter.clear(sale.serialNo()));
    assertThat(counter.reverse(sale, Call.Details.of(CardOutcome.CLEARED)))
        .isEqualTo(ResultCode.DONE);
    assertThat(counter.view().record().open()).isFalse();
    counter.open();
  }

  @Test
  void whatTheMeterTookIsNeitherClearedNorReversed() throws Exception {
    counter.open();
    Call sale = counter.last();
    assertThat(counter.clear(sale.serialNo()).code()).isEqualTo(ResultCode.METER_TOOK_CREDIT);
    counter.sell(5_000);
    assertThat(counter.reverse(sale, Call.Details.of(CardOutcome.CLEARED)))
        .isEqualTo(ResultCode.METER_TOOK_CREDIT);
  }

  @Test
  void aSaleWhoseAnswerWasLostIsReversedWithoutItsCard() throws Exception {
    counter.open();
    counter.sell(5_000);
    assertThat(counter.reverse(counter.last(), Call.Details.NONE)).isEqualTo(ResultCode.DONE);
    assertThat(counter.buy(6_000).code()).isEqualTo(ResultCode.DONE);
    assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
  }

  @Test
  void aSaleThatTheCardDoesNotHaveIsNotCleared() throws Exception {
    counter.open();
    counter.sell(5_000);
    assertThat(counter.clear(counter.last().serialNo()).code())
        .isEqualTo(ResultCode.CARD_DOES_NOT_FIT_SALE);
  }

  @Test
  void aLostCardIsReplacedAfterItWasKnownToBeInserted() throws Exception {
    counter.open();
    counter.sell(5_000);
    counter.reverse(counter.last(), Call.Details.NONE);
    CpuCard lost = counter.card;
    Answer replaced = counter.replace(counter.newCard());
    assertThat(replaced.effect().script().orElseThrow().wallet())
        .isEqualTo(new CardWallet(Money.ZERO, 1));
    counter.write(replaced);
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.NEW_CARD_NOT_INSERTED);
    assertThat(counter.insert()).isEqualTo(Insertion.NOTHING_NEW);
    counter.buy(5_000);
    assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
    counter.card = lost;
    assertThat(counter.insert()).isEqualTo(Insertion.WRONG_CARD);
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.REPLACED_CARD);
  }

  @Test
  void aLostCardIsReplacedWithThePurchaseThatWasOnIt() throws Exception {
    counter.open();
    counter.buy(5_000);
    String sale = counter.last().serialNo();
    Answer replaced = counter.replace(counter.newCard());
    assertThat(replaced.effect().script().orElseThrow().wallet())
        .isEqualTo(new CardWallet(Money.ofFen(5_000), 2));
    counter.card.pullOutAfter(2);
    counter.write(replaced);
    String replacement = counter.last().serialNo();
    counter.write(counter.rewrite(replacement));
    assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(counter.meter.remaining().fen()).isEqualTo(15_000);
    assertThat(counter.clear(sale).code()).isEqualTo(ResultCode.METER_TOOK_CREDIT);
    assertThat(counter.clear(replacement).code()).isEqualTo(ResultCode.NO_SUCH_CARD_SALE);
  }

  @Test
  void aReplacementThatNobodyHeardOfIsReversed() throws Exception {
    counter.open();
    CpuCard found = counter.card;
    counter.replace(counter.newCard());
    assertThat(counter.reverse(counter.last(), Call.Details.NONE)).isEqualTo(ResultCode.DONE);
    counter.card = found;
    assertThat(counter.buy(5_000).code()).isEqualTo(ResultCode.DONE);
  }

  @Test
  void aSaleReversedAfterAReplacementLeavesTheNewCard() throws Exception {
    counter.open();
    counter.buy(5_000);
    Call sale = counter.last();
    counter.write(counter.replace(counter.newCard()));
    counter.write(counter.clear(sale.serialNo()));
    assertThat(counter.reverse(sale, Call.Details.of(CardOutcome.CLEARED)))
        .isEqualTo(ResultCode.DONE);
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.NEW_CARD_NOT_INSERTED);
    assertThat(counter.insert()).isEqualTo(Insertion.NOTHING_NEW);
    counter.buy(6_000);
    assertThat(counter.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(counter.meter.remaining().fen()).isEqualTo(16_000);
  }

  @Test
  void theCardMustBeTheConsumersOwn() throws Exception {
    CpuCard others = counter.newCard();
    others.write(
        new CardScript(Counter.KEYS)
            .sale(
                others.reading(),
                "200100000082",
                "0100000082",
                CardType.PURCHASE,
                new CardWallet(Money.ofFen(1), 1)));
    counter.open();
    CpuCard mine = counter.card;
    counter.card = others;
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.CARD_OF_ANOTHER);
    assertThat(counter.replace(others).code()).isEqualTo(ResultCode.CARD_NOT_BLANK);
    assertThat(
            counter
                .execute(TransactionKind.CARD_RECHARGE, 5_000, "", counter.newCard().reading())
                .code())
        .isEqualTo(ResultCode.BLANK_CARD);
    assertThat(
            counter
                .execute(TransactionKind.CARD_OPENING, 5_000, "", counter.newCard().reading())
                .code())
        .isEqualTo(ResultCode.ALREADY_OPEN);
    counter.card = mine;
    assertThat(counter.sell(5_000).code()).isEqualTo(ResultCode.DONE);
  }

  @Test
  void theAccountMustBeOpenForAllButItsOpening() throws Exception {
    assertThat(counter.replace(counter.newCard()).code()).isEqualTo(ResultCode.NOT_OPEN);
    Answer recharge =
        counter.execute(TransactionKind.CARD_RECHARGE, 5_000, "", counter.card.reading());
    assertThat(recharge.code()).isEqualTo(ResultCode.NOT_OPEN);
  }

  @ParameterizedTest
  @CsvSource({
    "999, PURCHASE_OUT_OF_RANGE",
    "1000, DONE",
    "490000, DONE",
    "490001, PURCHASE_OUT_OF_RANGE"
  })
  void aPurchaseHasALeastAndAMost(long fen, ResultCode code) throws Exception {
    counter.open();
    assertThat(counter.buy(fen).code()).isEqualTo(code);
    boolean credited = code == ResultCode.DONE;
    assertThat(counter.insert() == Insertion.CREDITED).isEqualTo(credited);
  }

  @Test
  void arrearsComeFirst() throws Exception {
    Consumer debtor = Calls.consumer(TestConsumers.cardMeterWithArrears(0));
    Call.Details blank = Call.Details.of(counter.card.reading());
    assertThat(code(TransactionKind.CARD_OPENING, "1", debtor, 5_000, blank))
        .isEqualTo(ResultCode.ARREARS_FIRST);
    long due = Calls.due(ledger, debtor);
    assertThat(code(TransactionKind.PAYMENT, "2", debtor, due, Call.Details.NONE))
        .isEqualTo(ResultCode.DONE);
    assertThat(code(TransactionKind.CARD_OPENING, "3", debtor, 5_000, blank))
        .isEqualTo(ResultCode.DONE);
  }

  @Test
  void otherConsumersHaveNoCardMeter() throws Exception {
    Call.Details blank = Call.Details.of(counter.card.reading());
    for (String number : List.of(TestConsumers.remoteMeter(0), TestConsumers.partial(0))) {
      for (TransactionKind kind :
          List.of(
              TransactionKind.CARD_OPENING,
              TransactionKind.CARD_RECHARGE,
              TransactionKind.CARD_REPLACEMENT)) {
        assertThat(code(kind, kind + number, Calls.consumer(number), 5_000, blank))
            .isEqualTo(ResultCode.NO_SUCH_METER);
      }
    }
  }

  @Test
  void aReportIsAboutASaleOnACard() throws Exception {
    assertThat(counter.report("unheard", CardOutcome.WRITTEN))
        .isEqualTo(ResultCode.NO_SUCH_TRANSACTION);
    counter.sell(5_000);
    Call sale = counter.last();
    assertThat(
            ledger.report(
                sale.serialNo(), "A002", sale.consumerNo(), CardOutcome.WRITTEN, Optional.empty()))
        .isEqualTo(ResultCode.ANOTHER_AGENCY);
    assertThat(
            ledger.report(
                sale.serialNo(), "A001", "0100000082", CardOutcome.WRITTEN, Optional.empty()))
        .isEqualTo(ResultCode.NO_SUCH_CARD_SALE);
    assertThat(counter.report(sale.serialNo(), CardOutcome.UNKNOWN)).isEqualTo(ResultCode.DONE);
    assertThat(counter.report(sale.serialNo(), CardOutcome.NOT_WRITTEN)).isEqualTo(ResultCode.DONE);
    assertThat(ledger.cardReport(sale.serialNo())).contains(CardOutcome.NOT_WRITTEN);
    counter.reverse(sale, Call.Details.of(CardOutcome.NOT_WRITTEN));
    assertThat(counter.report(sale.serialNo(), CardOutcome.WRITTEN))
        .isEqualTo(ResultCode.ALREADY_REVERSED);
    assertThat(counter.report(sale.serialNo(), CardOutcome.NOT_WRITTEN)).isEqualTo(ResultCode.DONE);
  }

  @Test
  void aQuestionTakesTheEvidenceOnTheCardIntoAccount() throws Exception {
    counter.buy(10_000);
    assertThat(obstacle()).isEqualTo(ResultCode.CARD_NOT_INSERTED);
    counter.insert();
    assertThat(obstacle()).isEqualTo(ResultCode.DONE);
    MeterView view = ledger.meter(counter.consumer, Optional.of(counter.card.reading()), Calls.DAY);
    assertThat(view.pendingFen()).isZero();
    assertThat(view.mostFen()).isEqualTo(490_000);
    assertThat(counter.view().pendingFen()).isEqualTo(10_000);
  }

  private ResultCode obstacle() {
    return ledger
        .meter(counter.consumer, Optional.of(counter.card.reading()), Calls.DAY)
        .obstacle();
  }

  private ResultCode code(
      TransactionKind kind, String serialNo, Consumer consumer, long fen, Call.Details details)
      throws Exception {
    return ledger
        .execute(Calls.call(kind, serialNo, consumer, fen, "", details), Optional.empty())
        .code();
  }
}
