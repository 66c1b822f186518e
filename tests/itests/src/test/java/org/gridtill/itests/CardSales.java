package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.pos.CardOrder;
import org.gridtill.simulator.pos.CardTerminal.CardResult;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.WriteOutcome;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.junit.Before;
import org.junit.Test;

/** Sales on cards: the money is taken, the card is written, the meter has the credit. */
public class CardSales extends SharedSite {

  private MeterConsumer consumer;

  @Before
  public void meet() throws IOException {
    consumer = new MeterConsumer(terminal, site.cardMeter());
  }

  @Test
  public void opensAnAccountAndSellsAgainOnceTheMeterHasTheCredit() throws IOException {
    CardResult opened = consumer.cards().open(consumer.number(), 10_000);
    assertThat(opened.answer().code()).isEqualTo("00");
    assertThat(opened.answer().receiptNo()).isNotEmpty();
    assertThat(opened.done()).isTrue();
    assertThat(terminal.queryMeter(consumer.number()).meter().pendingFen()).isEqualTo(10_000);
    assertThat(consumer.cards().recharge(consumer.number(), 5_000).answer().code())
        .as("before the card was in the meter")
        .isEqualTo("C3");

    assertThat(consumer.insert()).isEqualTo(Insertion.CREDITED);
    PosAnswer evidence = consumer.cards().query(consumer.number());
    assertThat(evidence.meter().opened()).isTrue();
    assertThat(evidence.meter().mayBuy()).isTrue();
    assertThat(evidence.meter().purchaseCount()).isEqualTo(1);
    assertThat(evidence.meter().pendingFen()).isZero();

    CardResult recharged = consumer.cards().recharge(consumer.number(), 5_000);
    assertThat(recharged.answer().code()).isEqualTo("00");
    assertThat(recharged.done()).isTrue();
    assertThat(recharged.answer().cardOrder().purchaseCount()).isEqualTo(2);
    assertThat(consumer.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(consumer.remainingFen()).isEqualTo(15_000);
    assertThat(agent.recorded())
        .filteredOn(sale -> sale.state().equals("DONE"))
        .extracting(Recorded::kind)
        .containsExactly("CARD_OPENING", "CARD_RECHARGE");
  }

  @Test
  public void aRepeatedRechargeIsSoldOnceAndGivesTheSameCardData() throws IOException {
    consumer.openAndInsert(10_000);
    PosMessage sale = recharge(5_000);

    PosAnswer first = terminal.exchange(sale);
    PosAnswer second = terminal.exchange(sale);

    assertThat(first.code()).isEqualTo("00");
    assertThat(second.code()).isEqualTo("00");
    assertThat(second.serialNo()).isEqualTo(first.serialNo());
    assertThat(second.cardOrder()).isNotNull().isEqualTo(first.cardOrder());
    assertThat(sold("CARD_RECHARGE")).isEqualTo(1);
    write(sale, second.cardOrder());
    assertThat(consumer.insert()).isEqualTo(Insertion.CREDITED);
  }

  @Test
  public void aRechargeWhoseAnswerIsLostIsSoldOnceAndWrittenFromTheQuery() throws IOException {
    consumer.openAndInsert(10_000);
    PosMessage sale = recharge(5_000);
    BILLING.loseAfter("purchaseCardCredit", 1);

    PosAnswer answer = terminal.exchange(sale);
    assertThat(answer.code()).isEqualTo("09");
    assertThat(answer.cardOrder()).as("nothing is written while nobody knows").isNull();

    Eventually.holds(
        "the sale is known to be made",
        PATIENCE,
        () -> terminal.queryTransaction(sale).code().equals("00"));
    CardOrder order = terminal.queryTransaction(sale).cardOrder();
    assertThat(order.amountFen()).isEqualTo(5_000);
    assertThat(order.purchaseCount()).isEqualTo(2);
    write(sale, order);
    assertThat(consumer.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(consumer.remainingFen()).isEqualTo(15_000);
    assertThat(sold("CARD_RECHARGE")).isEqualTo(1);
  }

  @Test
  public void aLostCardIsReplacedAndTheOldOneIsRefused() throws IOException {
    consumer.openAndInsert(10_000);
    PosMessage withOldCard = recharge(5_000);
    consumer.newCard();

    CardResult replaced = consumer.cards().replace(consumer.number());

    assertThat(replaced.answer().code()).isEqualTo("00");
    assertThat(replaced.done()).isTrue();
    assertThat(terminal.exchange(withOldCard).code()).isEqualTo("C2");
    assertThat(consumer.insert()).isEqualTo(Insertion.NOTHING_NEW);
    assertThat(consumer.cards().recharge(consumer.number(), 5_000).done()).isTrue();
    assertThat(consumer.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(consumer.remainingFen()).isEqualTo(15_000);
  }

  @Test
  public void aReplacementCarriesThePurchaseThatTheMeterDoesNotHave() throws IOException {
    assertThat(consumer.cards().open(consumer.number(), 10_000).done()).isTrue();
    consumer.newCard();

    CardResult replaced = consumer.cards().replace(consumer.number());

    assertThat(replaced.done()).isTrue();
    assertThat(replaced.answer().cardOrder().amountFen()).isEqualTo(10_000);
    assertThat(agent.settled()).isEqualTo(yuan(10_000));
  }

  private PosMessage recharge(long fen) throws IOException {
    return terminal.requests().rechargeCard(consumer.number(), fen, consumer.slot().read());
  }

  private void write(PosMessage sale, CardOrder order) throws IOException {
    WriteOutcome outcome = consumer.cards().write(order, WriteOutcome.WRITTEN);
    assertThat(outcome).isEqualTo(WriteOutcome.WRITTEN);
    assertThat(consumer.cards().report(sale, outcome).code()).isEqualTo("00");
  }

  private long sold(String kind) {
    return agent.recorded().stream().filter(sale -> sale.kind().equals(kind)).count();
  }
}
