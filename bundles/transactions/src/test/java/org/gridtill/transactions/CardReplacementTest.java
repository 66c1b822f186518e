package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.transactions.CardTerminal.refusal;
import static org.gridtill.transactions.CardTerminal.script;

import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new card in place of one that was lost. */
class CardReplacementTest {

  private final EngineFixture f = new EngineFixture(Money.parse("1000.00"));
  private final CardTerminal t = new CardTerminal(f);
  private CpuCard lost;

  @BeforeEach
  void lose() {
    t.openAndInsert(1, 5000);
    lost = t.card;
    t.card = t.blank();
  }

  @AfterEach
  void sound() {
    f.resolveAll();
    f.assertSound();
    f.close();
  }

  @Test
  void movesNoMoney() {
    Reply.Payment payment = ((Reply.Paid) t.replace(2)).payment();

    assertThat(payment.amount()).isEqualTo(Money.ZERO);
    assertThat(payment.receiptNo()).isEmpty();
    assertThat(payment.receiptText()).isEmpty();
    assertThat(payment.card().wallet()).isEqualTo(new CardWallet(Money.ZERO, 1));
    assertThat(f.entry(EntryKind.SALE, t.record(2).serialNo())).isEmpty();
    assertThat(f.receipts.find(t.record(2).serialNo())).isEmpty();
    assertThat(f.line().used()).isEqualTo(Money.parse("50.00"));
    assertThat(t.meterState(2)).isEqualTo(MeterState.NONE);
  }

  @Test
  void takesThePlaceOfTheLostCard() {
    t.report(2, t.write(t.replace(2)));
    assertThat(t.cardState(2)).isEqualTo(CardState.WRITTEN);
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.NOTHING_NEW);

    t.report(3, t.write(t.recharge(3, 3000)));

    assertThat(t.meter.insert(lost)).isEqualTo(Insertion.WRONG_CARD);
    assertThat(t.meter.insert(t.card)).isEqualTo(Insertion.CREDITED);
    f.resolveDue();
    assertThat(t.told(2)).isEqualTo(CardOutcome.WRITTEN);
  }

  @Test
  void needsABlankCard() {
    t.card = lost;

    assertThat(refusal(t.replace(2))).isEqualTo(Refusal.WRONG_CARD);
  }

  @Test
  void isNoSaleToReverse() {
    t.replace(2);

    assertThat(refusal(t.reverse(2, 1, CardOutcome.NOT_WRITTEN))).isEqualTo(Refusal.AMOUNT_DIFFERS);
    assertThat(f.engine.desk().obstacle(t.record(2).serialNo())).contains(ReversalRule.TAKES_MONEY);
  }

  @Test
  void isWrittenOnceMoreIfTheCardWasPulledOut() {
    t.card = lost;
    t.report(2, t.write(t.recharge(2, 3000)));
    t.meter.insert(t.card);
    t.query();
    t.card = t.blank();
    Reply given = t.replace(3);
    t.card.pullOutAfter(2);
    t.report(3, t.write(given), t.card.reading());
    assertThat(t.card.reading().parameterFile()).as("half written").isNotEmpty();

    Reply again = t.rewrite(4, 3);

    assertThat(script(again).wallet()).isEqualTo(new CardWallet(Money.ZERO, 2));
    assertThat(t.write(again)).isEqualTo(CardOutcome.WRITTEN);
    t.report(4, CardOutcome.WRITTEN, t.card.reading());
    assertThat(t.cardState(3)).isEqualTo(CardState.WRITTEN);
  }
}
