package org.gridtill.adapter.sg186;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.adapter.sg186.Results.assertDeclined;
import static org.gridtill.adapter.sg186.Results.confirmed;

import java.time.Clock;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult.NotFound;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.CardReport;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.sg186.TestConsumers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales on a card, from the adapter over the simulator to the card and the meter. */
class CardSalesTest {

  private static final SubstituteCryptography KEYS = new SubstituteCryptography();
  private static final ConsumerNo CONSUMER = new ConsumerNo(TestConsumers.cardMeter(0));
  private static final Money FIRST = Money.parse("100.00");
  private static final Money SECOND = Money.parse("50.00");
  private static SimulatedSg186 sg186;

  private CpuCard card;
  private Meter meter;

  @BeforeAll
  static void start() throws Exception {
    sg186 = new SimulatedSg186();
  }

  @AfterAll
  static void stop() {
    sg186.close();
  }

  @BeforeEach
  void reset() {
    sg186.control.reset();
    card = new CpuCard("00000000000000A1", KEYS, 1);
    meter = new Meter("20" + CONSUMER.value(), Money.parse("5000.00"), KEYS, Clock.systemUTC());
  }

  @Test
  void aCardIsOpenedRechargedAndTheMeterTakesBoth() {
    BillingConfirmation opened = confirmed(sg186.billing.execute(opening()));
    assertThat(opened.purchased()).isEqualTo(FIRST);
    assertThat(opened.total()).isEqualTo(FIRST);
    assertThat(opened.accountingDate()).isEqualTo(Calls.DAY);
    assertThat(opened.card().meterNo()).isEqualTo(meter.meterNo());
    assertThat(opened.card().wallet()).isEqualTo(new CardWallet(FIRST, 1));
    assertThat(opened.meter()).isNull();
    assertThat(card.write(opened.card())).isEqualTo(CardOutcome.WRITTEN);
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);

    BillingConfirmation charged = confirmed(sg186.billing.execute(recharge()));
    assertThat(charged.card().wallet()).isEqualTo(new CardWallet(SECOND, 2));
    card.write(charged.card());
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
    assertThat(meter.remaining()).isEqualTo(Money.parse("150.00"));
  }

  @Test
  void theMeterIsQueriedWithAndWithoutACard() {
    MeterAccount blank = account();
    assertThat(blank.opened()).isFalse();
    assertThat(blank.remote()).isFalse();
    assertThat(blank.mayBuy()).isTrue();
    assertThat(blank.obstacle()).isEmpty();
    assertThat(blank.minPurchase()).isEqualTo(Money.parse("10.00"));
    assertThat(blank.maxPurchase()).isEqualTo(Money.parse("5000.00"));
    open();
    assertThat(account().pendingAmount()).isEqualTo(Money.ZERO);
    assertThat(account().maxPurchase()).isEqualTo(Money.parse("4900.00"));
    MeterAccount withoutCard = confirmed(sg186.billing.queryMeter(Calls.header(), CONSUMER, null));
    assertThat(withoutCard.pendingAmount()).isEqualTo(FIRST);
    assertThat(withoutCard.purchaseCount()).isEqualTo(1);
    card.write(confirmed(sg186.billing.execute(recharge())).card());
    assertThat(account().mayBuy()).isFalse();
    assertThat(account().obstacle()).startsWith("11209 ");
  }

  @Test
  void aConsumerWithoutAMeterHasNoneToQuery() {
    ConsumerNo postPaid = new ConsumerNo(TestConsumers.partial(0));
    assertDeclined(
        sg186.billing.queryMeter(Calls.header(), postPaid, null),
        DeclineReason.NOT_ALLOWED,
        "12006");
    assertDeclined(
        sg186.billing.queryMeter(Calls.header(), new ConsumerNo("0999999999"), null),
        DeclineReason.UNKNOWN_CONSUMER,
        "1004");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5})
  void aSaleThatTheCardMissedIsRewritten(int commands) {
    open();
    BillingOrder sale = recharge();
    BillingConfirmation sold = confirmed(sg186.billing.execute(sale));
    card.pullOutAfter(commands);
    assertThat(card.write(sold.card())).isEqualTo(CardOutcome.UNKNOWN);
    confirmed(sg186.billing.reportCard(Calls.report(sale, CardOutcome.UNKNOWN)));
    BillingConfirmation rewritten = confirmed(sg186.billing.execute(rewrite(sale)));
    assertThat(rewritten.card().wallet()).isEqualTo(sold.card().wallet());
    assertThat(rewritten.total()).isEqualTo(Money.ZERO);
    assertThat(card.write(rewritten.card())).isEqualTo(CardOutcome.WRITTEN);
    confirmed(sg186.billing.reportCard(Calls.report(sale, CardOutcome.WRITTEN)));
    assertThat(sg186.control.meter(CONSUMER.value(), Calls.DAY).cardReport()).isEqualTo("WRITTEN");
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
    assertThat(meter.remaining()).isEqualTo(Money.parse("150.00"));
    assertDeclined(sg186.billing.execute(rewrite(sale)), DeclineReason.METER_TOOK_CREDIT, "11216");
  }

  @Test
  void aSaleIsTakenOffItsCardAndReversed() {
    open();
    BillingOrder sale = recharge();
    card.write(confirmed(sg186.billing.execute(sale)).card());
    confirmed(sg186.billing.reportCard(Calls.report(sale, CardOutcome.WRITTEN)));
    assertDeclined(
        sg186.billing.reverse(Calls.reversal(sale)), DeclineReason.CARD_NOT_CLEARED, "12005");
    BillingOrder clearing = clearing(sale);
    BillingConfirmation cleared = confirmed(sg186.billing.execute(clearing));
    assertThat(cleared.card().wallet()).isEqualTo(new CardWallet(Money.ZERO, 1));
    card.write(cleared.card());
    confirmed(sg186.billing.reportCard(Calls.report(sale, CardOutcome.CLEARED)));
    confirmed(sg186.billing.reverse(Calls.reversal(sale, CardOutcome.CLEARED)));
    assertDeclined(
        sg186.billing.reportCard(Calls.report(sale, CardOutcome.WRITTEN)),
        DeclineReason.ALREADY_REVERSED,
        "11007");
    assertThat(meter.insert(card)).isEqualTo(Insertion.NOTHING_NEW);
    card.write(confirmed(sg186.billing.execute(recharge())).card());
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
  }

  @Test
  void whatTheMeterTookStays() {
    BillingOrder sale = opening();
    card.write(confirmed(sg186.billing.execute(sale)).card());
    meter.insert(card);
    assertDeclined(sg186.billing.execute(clearing(sale)), DeclineReason.METER_TOOK_CREDIT, "12004");
    confirmed(sg186.billing.execute(recharge()));
    assertDeclined(
        sg186.billing.reverse(Calls.reversal(sale, CardOutcome.CLEARED)),
        DeclineReason.METER_TOOK_CREDIT,
        "12004");
  }

  @Test
  void aLostCardIsReplaced() {
    open();
    CpuCard lost = card;
    card.write(confirmed(sg186.billing.execute(recharge())).card());
    card = new CpuCard("00000000000000A2", KEYS, 2);
    BillingOrder order =
        Calls.order(CONSUMER, Money.ZERO, new Purpose.CardReplacement(card.reading()));
    BillingConfirmation replaced = confirmed(sg186.billing.execute(order));
    assertThat(replaced.card().wallet()).isEqualTo(new CardWallet(SECOND, 2));
    assertThat(replaced.purchased()).isEqualTo(Money.ZERO);
    assertThat(confirmed(sg186.billing.inquire(order.header()))).isEqualTo(replaced);
    card.write(replaced.card());
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
    card = lost;
    assertDeclined(sg186.billing.execute(recharge()), DeclineReason.WRONG_CARD, "11219");
  }

  @Test
  void aPurchaseThatMayNotBeIsRefused() {
    open();
    card.write(confirmed(sg186.billing.execute(recharge())).card());
    assertDeclined(sg186.billing.execute(recharge()), DeclineReason.CARD_NOT_INSERTED, "11209");
    meter.insert(card);
    assertDeclined(
        sg186.billing.execute(
            Calls.order(CONSUMER, Money.parse("9.99"), new Purpose.CardRecharge(card.reading()))),
        DeclineReason.PURCHASE_OUT_OF_RANGE,
        "12001");
    card = new CpuCard("00000000000000A3", KEYS, 3);
    assertDeclined(sg186.billing.execute(recharge()), DeclineReason.WRONG_CARD, "11208");
    ConsumerNo debtor = new ConsumerNo(TestConsumers.cardMeterWithArrears(0));
    assertDeclined(
        sg186.billing.execute(Calls.order(debtor, FIRST, new Purpose.CardOpening(card.reading()))),
        DeclineReason.ARREARS_FIRST,
        "11214");
  }

  @Test
  void aLostAnswerIsUnknownAndThenFoundWithItsScript() {
    sg186.control.loseAfter("purchaseCardCredit", 1);
    BillingOrder sale = opening();
    assertThat(sg186.billing.execute(sale)).isInstanceOf(Unknown.class);
    BillingConfirmation found = confirmed(sg186.billing.inquire(sale.header()));
    assertThat(confirmed(sg186.billing.execute(sale))).isEqualTo(found);
    assertThat(card.write(found.card())).isEqualTo(CardOutcome.WRITTEN);
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
    assertThat(sg186.control.totals().settled()).isEqualTo(1);
  }

  @Test
  void aSaleThatTheNetworkDoublesIsMadeOnce() {
    sg186.control.duplicate("purchaseCardCredit", 1);
    card.write(confirmed(sg186.billing.execute(opening())).card());
    meter.insert(card);
    assertThat(sg186.control.meter(CONSUMER.value(), Calls.DAY).purchaseCount()).isEqualTo(1);
    assertThat(meter.remaining()).isEqualTo(FIRST);
  }

  @Test
  void theSameSerialWithAnotherReadingIsRefused() {
    BillingOrder sale = opening();
    confirmed(sg186.billing.execute(sale));
    BillingOrder other =
        new BillingOrder(sale.header(), CONSUMER, FIRST, new Purpose.CardOpening(card.reading()));
    assertDeclined(sg186.billing.execute(other), DeclineReason.DUPLICATE_SERIAL, "11004");
  }

  @Test
  void aReportThatDoesNotArriveIsUnknown() {
    BillingOrder sale = opening();
    CardReport report = Calls.report(sale, CardOutcome.NOT_WRITTEN);
    assertThat(sg186.billing.reportCard(report)).isInstanceOf(NotFound.class);
    SerialNo serial = sale.header().serialNo();
    confirmed(sg186.billing.execute(sale));
    sg186.control.loseAfter("confirmCardWrite", 1);
    assertThat(sg186.billing.reportCard(report)).isInstanceOf(Unknown.class);
    sg186.control.dayEnd("confirmCardWrite", 1);
    assertThat(sg186.billing.reportCard(report)).isInstanceOf(Unknown.class);
    assertThat(confirmed(sg186.billing.reportCard(report))).isEqualTo(serial);
    assertThat(confirmed(sg186.billing.reportCard(report))).isEqualTo(serial);
  }

  @Test
  void aReportOnSomethingElseIsRefused() {
    ConsumerNo remote = new ConsumerNo(TestConsumers.remoteMeter(0));
    BillingOrder order = Calls.order(remote, FIRST, new Purpose.RemoteRecharge());
    confirmed(sg186.billing.execute(order));
    assertDeclined(
        sg186.billing.reportCard(Calls.report(order, CardOutcome.WRITTEN)),
        DeclineReason.OTHER,
        "11222");
  }

  @ParameterizedTest
  @EnumSource(
      value = CardOutcome.class,
      names = {"NOT_WRITTEN", "CLEARED"})
  void aSaleIsReversedWithWhatIsKnownOfItsCard(CardOutcome outcome) {
    BillingOrder sale = opening();
    confirmed(sg186.billing.execute(sale));
    confirmed(sg186.billing.reverse(Calls.reversal(sale, outcome)));
    assertThat(account().opened()).isFalse();
  }

  private MeterAccount account() {
    return confirmed(sg186.billing.queryMeter(Calls.header(), CONSUMER, card.reading()));
  }

  private void open() {
    card.write(confirmed(sg186.billing.execute(opening())).card());
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
  }

  private BillingOrder opening() {
    return Calls.order(CONSUMER, FIRST, new Purpose.CardOpening(card.reading()));
  }

  private BillingOrder recharge() {
    return Calls.order(CONSUMER, SECOND, new Purpose.CardRecharge(card.reading()));
  }

  private BillingOrder rewrite(BillingOrder sale) {
    return Calls.order(
        CONSUMER, Money.ZERO, new Purpose.CardRewrite(sale.header().serialNo(), card.reading()));
  }

  private BillingOrder clearing(BillingOrder sale) {
    return Calls.order(
        CONSUMER, Money.ZERO, new Purpose.CardClearing(sale.header().serialNo(), card.reading()));
  }
}
