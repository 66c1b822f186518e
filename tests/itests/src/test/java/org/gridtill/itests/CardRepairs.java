package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.pos.CardTerminal.CardResult;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.WriteOutcome;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.junit.Before;
import org.junit.Test;

/** What is done about a sale whose card was not written, or that must not stand. */
public class CardRepairs extends SharedSite {

  private MeterConsumer consumer;

  @Before
  public void meet() throws IOException {
    consumer = new MeterConsumer(terminal, site.cardMeter());
    consumer.openAndInsert(10_000);
  }

  @Test
  public void aWriteThatFailedIsMadeOnceMoreWithTheSamePurchase() throws IOException {
    consumer.card().pullOutAfter(2);
    CardResult sale = consumer.cards().recharge(consumer.number(), 5_000);
    assertThat(sale.answer().code()).isEqualTo("00");
    assertThat(sale.outcome()).isEqualTo(WriteOutcome.UNKNOWN);
    assertThat(sale.report().code()).isEqualTo("00");

    CardResult rewrite = consumer.cards().rewrite(sale.request());

    assertThat(rewrite.answer().code()).isEqualTo("00");
    assertThat(rewrite.done()).isTrue();
    assertThat(rewrite.answer().cardOrder().amountFen()).isEqualTo(5_000);
    assertThat(rewrite.answer().cardOrder().purchaseCount())
        .isEqualTo(sale.answer().cardOrder().purchaseCount());
    assertThat(consumer.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(consumer.remainingFen()).isEqualTo(15_000);
    assertThat(agent.settled()).isEqualTo(yuan(15_000));
    Eventually.holds(
        "SG186 knows that the card is written",
        PATIENCE,
        () -> BILLING.meter(consumer.number(), Site.today()).cardReport().equals("WRITTEN"));
  }

  @Test
  public void aSaleIsUndoneOnlyAfterItsCardIsCleared() throws Exception {
    CardResult sale = consumer.cards().recharge(consumer.number(), 5_000);
    assertThat(sale.done()).isTrue();
    assertThat(terminal.voidTransaction(sale.request()).code()).isEqualTo("C1");
    assertThat(terminal.reverse(sale.request()).code()).isEqualTo("C1");

    PosAnswer undone = consumer.cards().clearAndVoid(sale.request());

    assertThat(undone.code()).isEqualTo("00");
    assertThat(terminal.queryTransaction(sale.request()).code()).isEqualTo("17");
    assertThat(terminal.queryTransaction(sale.request()).cardOrder()).isNull();
    assertThat(consumer.slot().read().amountFen()).isZero();
    assertThat(consumer.slot().read().purchaseCount()).isEqualTo(1);
    assertThat(consumer.insert()).isEqualTo(Insertion.NOTHING_NEW);
    assertThat(consumer.remainingFen()).isEqualTo(10_000);
    assertThat(agent.recorded())
        .filteredOn(one -> one.kind().equals("CARD_RECHARGE"))
        .extracting(Recorded::state)
        .containsExactly("REVERSED");
    assertThat(consumer.cards().recharge(consumer.number(), 7_000).done())
        .as("the purchase count is free again")
        .isTrue();
    assertThat(consumer.insert()).isEqualTo(Insertion.CREDITED);
    assertThat(consumer.remainingFen()).isEqualTo(17_000);
    assertThat(consumer.cards().query(consumer.number()).done()).isTrue();
    assertThat(site.distribution().shell("gridtill:transaction-show " + sale.answer().serialNo()))
        .as("the meter has the other sale of that count")
        .contains("CARD_NOT_WRITTEN")
        .doesNotContain("CREDIT_TAKEN");
  }

  @Test
  public void aSaleThatTheMeterHasIsNeitherClearedNorUndone() throws IOException {
    CardResult sale = consumer.cards().recharge(consumer.number(), 5_000);
    assertThat(consumer.insert()).isEqualTo(Insertion.CREDITED);

    assertThat(consumer.cards().clear(sale.request()).answer().code()).isEqualTo("C5");
    assertThat(terminal.voidTransaction(sale.request()).code()).isEqualTo("C5");
    assertThat(terminal.reverse(sale.request()).code()).isEqualTo("C5");
    assertThat(consumer.cards().rewrite(sale.request()).answer().code()).isEqualTo("C5");

    assertThat(terminal.queryTransaction(sale.request()).code()).isEqualTo("00");
    assertThat(agent.settled()).isEqualTo(yuan(15_000));
  }

  @Test
  public void aSaleThatNobodyWroteIsUndoneAtOnce() throws IOException {
    PosMessage sale =
        terminal.requests().rechargeCard(consumer.number(), 5_000, consumer.slot().read());
    assertThat(terminal.exchange(sale).code()).isEqualTo("00");

    assertThat(terminal.reverse(sale, WriteOutcome.NOT_WRITTEN).code()).isEqualTo("00");

    assertThat(terminal.queryTransaction(sale).code()).isEqualTo("17");
    assertThat(agent.settled()).isEqualTo(yuan(10_000));
  }
}
