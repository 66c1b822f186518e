package org.gridtill.adapter.sg186;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.adapter.sg186.Results.assertDeclined;
import static org.gridtill.adapter.sg186.Results.confirmed;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.NotFound;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.sg186.TestConsumers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Payments in part, prepayments, remote recharges, the day-end, and what all kinds share. */
class OtherPurposesTest {

  private static final ConsumerNo REMOTE = new ConsumerNo(TestConsumers.remoteMeter(0));
  private static final Money FIFTY = Money.parse("50.00");
  private static final CardReading BLANK =
      new CardReading("00000000000000A1", "0102030405060708", "", CardWallet.EMPTY, "");
  private static SimulatedSg186 sg186;

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
  }

  @Test
  void aBillIsPaidInPart() {
    ConsumerNo consumer = debtor(61);
    List<Receivable> due = receivables(consumer);
    Money part = due.get(0).total().minus(Money.ofFen(1));
    BillingConfirmation paid = confirmed(sg186.billing.execute(Calls.payment(consumer, part)));
    assertThat(paid.total()).isEqualTo(part);
    assertThat(paid.settled()).hasSize(1);
    assertThat(receivables(consumer).get(0).total()).isEqualTo(Money.ofFen(1));
  }

  @Test
  void aMonthIsPaid() {
    ConsumerNo consumer = debtor(61);
    Receivable month = receivables(consumer).get(0);
    Purpose purpose = new Purpose.Bills(List.of(month.billingMonth()));
    BillingOrder order = Calls.order(consumer, month.total(), purpose);
    assertThat(confirmed(sg186.billing.execute(order)).settled()).containsExactly(month);
    assertDeclined(
        sg186.billing.execute(Calls.order(consumer, month.total(), purpose)),
        DeclineReason.NOTHING_DUE,
        receivables(consumer).isEmpty() ? "1044" : "11039");
  }

  @Test
  void aPrepaymentIsMadeAndReversed() {
    ConsumerNo consumer = debtor(1);
    assertDeclined(prepay(consumer), DeclineReason.PREPAYMENT_NOT_ALLOWED, "1037");
    payAll(consumer);
    BillingOrder order = Calls.order(consumer, FIFTY, new Purpose.Prepayment());
    BillingConfirmation prepaid = confirmed(sg186.billing.execute(order));
    assertThat(prepaid.prepaid()).isEqualTo(FIFTY);
    assertThat(prepaid.settled()).isEmpty();
    assertThat(confirmed(sg186.billing.inquire(order.header()))).isEqualTo(prepaid);
    assertThat(sg186.control.balance(consumer.value())).isEqualByComparingTo("50.00");
    confirmed(sg186.billing.reverse(Calls.reversal(order)));
    assertThat(sg186.control.balance(consumer.value())).isEqualByComparingTo("0");
  }

  @Test
  void aPrepaymentThatIsUsedStays() {
    ConsumerNo consumer = debtor(1);
    payAll(consumer);
    BillingOrder order = Calls.order(consumer, FIFTY, new Purpose.Prepayment());
    confirmed(sg186.billing.execute(order));
    sg186.control.useBalance(consumer.value(), new BigDecimal("0.01"));
    assertDeclined(
        sg186.billing.reverse(Calls.reversal(order)), DeclineReason.PREPAYMENT_USED, "11062");
  }

  @Test
  void someMayNotPrepay() {
    ConsumerNo consumer = new ConsumerNo(TestConsumers.noPrepayment(0));
    assertDeclined(prepay(consumer), DeclineReason.PREPAYMENT_NOT_ALLOWED, "1016");
    assertDeclined(prepay(REMOTE), DeclineReason.NOT_ALLOWED, "1039");
  }

  @Test
  void aBillThatIsOverpaidIsAnAmountThatIsNotDue() {
    ConsumerNo consumer = debtor(1);
    BillingOrder order = Calls.payment(consumer, due(consumer).plus(Money.ofFen(1)));
    assertDeclined(sg186.billing.execute(order), DeclineReason.AMOUNT_NOT_DUE, "1037");
    assertDeclined(sg186.billing.inquire(order.header()), DeclineReason.AMOUNT_NOT_DUE, "1037");
  }

  @Test
  void aRemoteRechargeTellsWhatTheMeterSays() {
    BillingOrder first = remote();
    BillingConfirmation taken = confirmed(sg186.billing.execute(first));
    assertThat(taken.purchased()).isEqualTo(FIFTY);
    assertThat(taken.meter()).isEqualTo(MeterOutcome.TAKEN);
    assertThat(taken.card()).isNull();
    assertDeclined(
        sg186.billing.reverse(Calls.reversal(first)), DeclineReason.METER_TOOK_CREDIT, "12004");

    sg186.control.answerMeters("later");
    BillingOrder second = remote();
    assertThat(confirmed(sg186.billing.execute(second)).meter()).isEqualTo(MeterOutcome.PENDING);
    assertDeclined(sg186.billing.execute(remote()), DeclineReason.NOT_ALLOWED, "12009");
    sg186.control.answerMeters("take-pending");
    assertThat(confirmed(sg186.billing.inquire(second.header())).meter())
        .isEqualTo(MeterOutcome.TAKEN);
    assertThat(sg186.control.meter(REMOTE.value(), Calls.DAY).remaining())
        .isEqualByComparingTo("100.00");
  }

  @Test
  void aRemoteRechargeThatTheMeterRefusedIsReversed() {
    sg186.control.answerMeters("later");
    BillingOrder order = remote();
    confirmed(sg186.billing.execute(order));
    sg186.control.answerMeters("refuse-pending");
    assertThat(confirmed(sg186.billing.inquire(order.header())).meter())
        .isEqualTo(MeterOutcome.REFUSED);
    confirmed(sg186.billing.reverse(Calls.reversal(order)));
    sg186.control.answerMeters("now");
    assertThat(confirmed(sg186.billing.execute(remote())).meter()).isEqualTo(MeterOutcome.TAKEN);
    assertThat(sg186.control.meter(REMOTE.value(), Calls.DAY).purchaseCount()).isEqualTo(1);
  }

  @Test
  void afterACutOverTheDayInTheAnswerCounts() {
    BillingOrder before = remote();
    assertThat(confirmed(sg186.billing.execute(before)).accountingDate()).isEqualTo(Calls.DAY);
    sg186.control.closeDay(Calls.DAY);
    BillingOrder after = remote();
    BillingConfirmation booked = confirmed(sg186.billing.execute(after));
    assertThat(booked.accountingDate()).isEqualTo(Calls.DAY.plusDays(1));
    assertThat(confirmed(sg186.billing.inquire(after.header()))).isEqualTo(booked);
    assertThat(confirmed(sg186.billing.inquire(before.header())).accountingDate())
        .isEqualTo(Calls.DAY);
    assertDeclined(sg186.billing.reverse(Calls.reversal(before)), DeclineReason.DAY_OVER, "1015");
  }

  @Test
  void atTheDayEndNothingIsDoneAndNothingIsTold() {
    BillingOrder order = remote();
    sg186.control.dayEnd("any", 0);
    assertDeclined(sg186.billing.execute(order), DeclineReason.TEMPORARILY_CLOSED, "1034");
    assertThat(sg186.billing.inquire(order.header())).isInstanceOf(Unknown.class);
    assertThat(sg186.billing.reverse(Calls.reversal(order))).isInstanceOf(Unknown.class);
    sg186.control.clearFaults();
    // Not that it is closed: the platform would take that for no answer, and ask for ever.
    assertDeclined(sg186.billing.inquire(order.header()), DeclineReason.OTHER, "1034");
    assertThat(sg186.control.meter(REMOTE.value(), Calls.DAY).purchaseCount()).isZero();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void aReversalThatComesFirstBlocksEveryKind(String operation, BillingOrder order) {
    sg186.control.loseBefore(operation, 1);
    assertThat(sg186.billing.execute(order)).isInstanceOf(Unknown.class);
    assertThat(sg186.billing.inquire(order.header())).isInstanceOf(NotFound.class);
    assertThat(sg186.billing.reverse(Calls.reversal(order))).isInstanceOf(NotFound.class);
    assertDeclined(sg186.billing.execute(order), DeclineReason.ALREADY_REVERSED, "11007");
    assertThat(sg186.control.totals().settled()).isZero();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void everyKindKeepsCodeAndReasonOfARefusal(String operation, BillingOrder order) {
    sg186.control.refuse(operation, 1, "11047");
    assertDeclined(sg186.billing.execute(order), DeclineReason.NOT_ALLOWED, "11047");
    assertDeclined(sg186.billing.execute(order), DeclineReason.NOT_ALLOWED, "11047");
    assertDeclined(sg186.billing.inquire(order.header()), DeclineReason.NOT_ALLOWED, "11047");
    sg186.control.refuse(operation, 1, "11201");
    BillingOrder again = Calls.order(order.consumer(), order.amount(), order.purpose());
    assertThat(sg186.billing.execute(again)).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void aSerialNumberIsOneKindOnly(String operation, BillingOrder order) {
    sg186.billing.execute(order);
    BillingOrder other =
        new BillingOrder(
            order.header(), order.consumer(), Money.parse("77.77"), new Purpose.Prepayment());
    assertDeclined(sg186.billing.execute(other), DeclineReason.DUPLICATE_SERIAL, "11004");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void whileItIsDownNothingIsDone(String operation, BillingOrder order) {
    sg186.control.down(Duration.ZERO);
    assertThat(sg186.billing.execute(order))
        .extracting("reason")
        .isEqualTo(DeclineReason.UNREACHABLE);
  }

  static Stream<Arguments> orders() {
    ConsumerNo cardMeter = new ConsumerNo(TestConsumers.cardMeter(0));
    SerialNo sale = SerialNo.of(999_999);
    return Stream.of(
        order("confirmPayment", REMOTE, FIFTY, new Purpose.Bills(List.of())),
        order("prepay", REMOTE, FIFTY, new Purpose.Prepayment()),
        order("purchaseCardCredit", cardMeter, FIFTY, new Purpose.CardOpening(BLANK)),
        order("purchaseCardCredit", cardMeter, FIFTY, new Purpose.CardRecharge(BLANK)),
        order("submitRemoteRecharge", REMOTE, FIFTY, new Purpose.RemoteRecharge()),
        order("replaceCard", cardMeter, Money.ZERO, new Purpose.CardReplacement(BLANK)),
        order("requestCardRewrite", cardMeter, Money.ZERO, new Purpose.CardRewrite(sale, BLANK)),
        order("cancelCardWrite", cardMeter, Money.ZERO, new Purpose.CardClearing(sale, BLANK)));
  }

  private static Arguments order(
      String operation, ConsumerNo consumer, Money amount, Purpose purpose) {
    return Arguments.of(operation, Calls.order(consumer, amount, purpose));
  }

  private static BillingOrder remote() {
    return Calls.order(REMOTE, FIFTY, new Purpose.RemoteRecharge());
  }

  private static BillingResult<BillingConfirmation> prepay(ConsumerNo consumer) {
    return sg186.billing.execute(Calls.order(consumer, FIFTY, new Purpose.Prepayment()));
  }

  private static void payAll(ConsumerNo consumer) {
    confirmed(sg186.billing.execute(Calls.payment(consumer, due(consumer))));
  }

  private static Money due(ConsumerNo consumer) {
    return confirmed(sg186.billing.queryBills(Calls.header(), consumer)).totalDue();
  }

  private static List<Receivable> receivables(ConsumerNo consumer) {
    return confirmed(sg186.billing.queryBills(Calls.header(), consumer)).receivables();
  }

  private static ConsumerNo debtor(int from) {
    return new ConsumerNo(sg186.control.debtors(from, 1, Calls.DAY).get(0).consumerNo());
  }
}
