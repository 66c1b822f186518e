package org.gridtill.adapter.sg186;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.BillingResult.NotFound;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.Simulator;
import org.gridtill.simulator.sg186.SimulatorServer;
import org.gridtill.simulator.sg186.utility.Population;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against the simulator, over real sockets; requests are checked by the schema. */
class Sg186BillingSystemTest {

  private static Simulator simulator;
  private static SimulatorServer server;
  private static ControlClient control;
  private static Sg186BillingSystem billing;

  private ConsumerNo consumer;

  @BeforeAll
  static void start() throws Exception {
    Population population = new Population(1000, YearMonth.of(2026, 10));
    simulator = Simulator.open(population, Optional.empty(), 10);
    server = new SimulatorServer(simulator, "127.0.0.1", 0, 0, true);
    control = new ControlClient(server.controlUrl());
    billing = new Sg186BillingSystem(TestConfiguration.of(server.serviceUrl()));
  }

  @AfterAll
  static void stop() {
    billing.deactivate();
    server.close();
    simulator.close();
  }

  @BeforeEach
  void reset() {
    control.reset();
    consumer = new ConsumerNo(control.debtors(1, 1, Calls.DAY).get(0).consumerNo());
  }

  @Test
  void aBillIsQueriedPaidAndReversed() {
    BillStatement statement = statement();
    assertThat(statement.receivables()).isNotEmpty();
    assertThat(statement.totalDue().yuan())
        .isEqualByComparingTo(control.due(consumer.value(), Calls.DAY));
    assertThat(statement.name()).isNotEmpty();

    BillingOrder order = Calls.payment(consumer, statement.totalDue());
    BillingConfirmation confirmation = confirmed(billing.execute(order));
    assertThat(confirmation.settled()).isEqualTo(statement.receivables());
    assertThat(confirmation.billingSerial()).startsWith("SG");
    assertThat(statement().totalDue()).isEqualTo(Money.ZERO);
    assertThat(confirmed(billing.inquire(order.header()))).isEqualTo(confirmation);

    ReversalOrder reversal = Calls.reversal(order);
    assertThat(confirmed(billing.reverse(reversal)).originalSerial())
        .isEqualTo(order.header().serialNo());
    assertThat(statement()).isEqualTo(statement);
    assertDeclined(billing.inquire(order.header()), DeclineReason.ALREADY_REVERSED);
    assertThat(control.totals().settled()).isZero();
    assertThat(control.totals().reversed()).isEqualTo(1);
  }

  @Test
  void chineseNamesSurvive() {
    assertThat(confirmed(billing.queryBills(Calls.header(), new ConsumerNo("0100000005"))).name())
        .isEqualTo("陈艳");
  }

  @Test
  void aRepeatedPaymentIsMadeOnce() {
    BillingOrder order = dueNow();
    BillingConfirmation first = confirmed(billing.execute(order));
    assertThat(confirmed(billing.execute(order))).isEqualTo(first);
    assertThat(control.totals().settled()).isEqualTo(1);
  }

  @Test
  void aPaymentThatTheNetworkDoublesIsMadeOnce() {
    control.duplicate("confirmPayment", 1);
    BillingOrder order = dueNow();
    assertThat(confirmed(billing.execute(order)).settled()).isNotEmpty();
    assertThat(control.totals().settled()).isEqualTo(1);
  }

  @Test
  void aPaymentThatWasReversedIsNotConfirmedAgain() {
    BillingOrder order = dueNow();
    confirmed(billing.execute(order));
    confirmed(billing.reverse(Calls.reversal(order)));
    assertDeclined(billing.execute(order), DeclineReason.ALREADY_REVERSED);
  }

  @Test
  void aSerialNumberUsedForAnotherPaymentIsRefused() {
    BillingOrder order = dueNow();
    confirmed(billing.execute(order));
    BillingOrder other =
        new BillingOrder(
            order.header(), order.consumer(), order.amount().plus(Money.ofFen(1)), order.purpose());
    assertDeclined(billing.execute(other), DeclineReason.DUPLICATE_SERIAL);
  }

  @Test
  void aLostAnswerIsUnknownAndThenFound() {
    control.loseAfter("confirmPayment", 1);
    BillingOrder order = dueNow();
    assertThat(billing.execute(order)).isInstanceOf(Unknown.class);
    assertThat(confirmed(billing.inquire(order.header())).settled()).isNotEmpty();
    assertThat(control.payments()).hasSize(1);
  }

  @Test
  void aLostRequestIsUnknownAndThenBlocked() {
    control.loseBefore("confirmPayment", 1);
    BillingOrder order = dueNow();
    assertThat(billing.execute(order)).isInstanceOf(Unknown.class);
    assertThat(billing.inquire(order.header())).isInstanceOf(NotFound.class);
    assertThat(billing.reverse(Calls.reversal(order))).isInstanceOf(NotFound.class);
    assertDeclined(billing.inquire(order.header()), DeclineReason.ALREADY_REVERSED);
    assertDeclined(billing.execute(order), DeclineReason.ALREADY_REVERSED);
    assertThat(control.totals().settled()).isZero();
  }

  @Test
  void aRepeatedReversalGivesTheSameAnswer() {
    BillingOrder order = dueNow();
    confirmed(billing.execute(order));
    ReversalOrder reversal = Calls.reversal(order);
    assertThat(confirmed(billing.reverse(reversal)))
        .isEqualTo(confirmed(billing.reverse(reversal)));
    assertDeclined(billing.reverse(Calls.reversal(order)), DeclineReason.ALREADY_REVERSED);
  }

  @Test
  void aReversalOnAnotherDayIsRefused() {
    BillingOrder order = dueNow();
    confirmed(billing.execute(order));
    BillingHeader today = Calls.header();
    LocalDate tomorrow = Calls.DAY.plusDays(1);
    BillingHeader header =
        new BillingHeader(
            today.serialNo(), "A001", "T0000001", "pos", today.requestTime(), tomorrow);
    ReversalOrder late =
        new ReversalOrder(header, order.header().serialNo(), consumer, order.amount(), null);
    assertDeclined(billing.reverse(late), DeclineReason.DAY_OVER);
    assertThat(control.totals().settled()).isEqualTo(1);
  }

  @Test
  void noAnswerInTimeIsUnknown() {
    Sg186BillingSystem impatient =
        new Sg186BillingSystem(
            TestConfiguration.of(server.serviceUrl())
                .connectTimeout(Duration.ofMillis(500))
                .receiveTimeout(Duration.ofMillis(300)));
    control.delayAnswer("confirmPayment", 1, Duration.ofSeconds(2));
    BillingOrder order = dueNow();
    assertThat(impatient.execute(order)).isInstanceOf(Unknown.class);
    assertThat(confirmed(billing.inquire(order.header())).settled()).isNotEmpty();
    impatient.deactivate();
  }

  @Test
  void anAmountThatIsNotDueIsRefused() {
    Money due = statement().totalDue();
    assertDeclined(
        billing.execute(Calls.payment(consumer, due.plus(Money.ofFen(1)))),
        DeclineReason.AMOUNT_NOT_DUE);
    assertDeclined(
        billing.execute(Calls.payment(consumer, due.minus(Money.ofFen(1)))),
        DeclineReason.PARTIAL_NOT_ALLOWED);
  }

  @Test
  void aConsumerThatDoesNotExistIsRefused() {
    ConsumerNo nobody = new ConsumerNo("0999999999");
    assertDeclined(billing.queryBills(Calls.header(), nobody), DeclineReason.UNKNOWN_CONSUMER);
    assertDeclined(
        billing.execute(Calls.payment(nobody, Money.ofFen(1))), DeclineReason.UNKNOWN_CONSUMER);
  }

  @Test
  void whileItIsDownAPaymentIsCertainlyNotMade() {
    BillingOrder order = dueNow();
    control.down(Duration.ZERO);
    assertDeclined(billing.execute(order), DeclineReason.UNREACHABLE);
    assertDeclined(billing.queryBills(Calls.header(), consumer), DeclineReason.UNREACHABLE);
    // What did not reach the billing system says nothing about a payment that is there.
    assertThat(billing.inquire(order.header())).isInstanceOf(Unknown.class);
    assertThat(billing.reverse(Calls.reversal(order))).isInstanceOf(Unknown.class);
    control.clearFaults();
    assertThat(billing.inquire(order.header())).isInstanceOf(NotFound.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1002, OTHER",
    "1004, UNKNOWN_CONSUMER",
    "1006, OTHER",
    "1011, NOT_ALLOWED",
    "1014, NOT_ALLOWED",
    "1034, TEMPORARILY_CLOSED",
    "1035, PARTIAL_NOT_ALLOWED",
    "1037, AMOUNT_NOT_DUE",
    "1039, NOT_ALLOWED",
    "1042, NOTHING_DUE",
    "1043, TEMPORARILY_CLOSED",
    "1044, NOTHING_DUE",
    "1102, NOT_ALLOWED",
    "11002, NOT_ALLOWED",
    "11005, NOT_ALLOWED",
    "11007, ALREADY_REVERSED",
    "11039, NOTHING_DUE",
    "11047, NOT_ALLOWED",
    "11056, AMOUNT_NOT_DUE",
    "11057, NOT_ALLOWED"
  })
  void aRefusedPaymentKeepsCodeAndReasonAndStaysRefused(String code, DeclineReason reason) {
    BillingOrder order = dueNow();
    control.refuse("confirmPayment", 1, code);
    assertRefused(billing.execute(order), code, reason);
    assertRefused(billing.execute(order), code, reason);
    // What was refused because it was closed stays refused, so it is not closed "for now" any more.
    boolean closed = reason == DeclineReason.TEMPORARILY_CLOSED;
    assertRefused(billing.inquire(order.header()), code, closed ? DeclineReason.OTHER : reason);
    assertThat(control.totals().settled()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1003", "1013", "11009", "11020", "11201", "11202", "11203", "11221"})
  void aCodeThatDoesNotSayWhatHappenedIsUnknown(String code) {
    control.refuse("confirmPayment", 1, code);
    assertThat(billing.execute(dueNow())).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1002", "1004", "1034", "1013", "11006"})
  void anInquiryThatIsRefusedIsUnknown(String code) {
    BillingOrder order = dueNow();
    confirmed(billing.execute(order));
    control.refuse("queryTransaction", 1, code);
    assertThat(billing.inquire(order.header())).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1002", "1006", "1034", "1013", "11020", "11047"})
  void aReversalRefusedForTheMomentIsUnknown(String code) {
    BillingOrder order = dueNow();
    confirmed(billing.execute(order));
    control.refuse("reversePayment", 1, code);
    assertThat(billing.reverse(Calls.reversal(order))).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1034", "1013"})
  void aReversalRefusedForTheMomentCanBeSentAgain(String code) {
    BillingOrder order = dueNow();
    confirmed(billing.execute(order));
    ReversalOrder reversal = Calls.reversal(order);
    control.refuse("reversePayment", 1, code);
    assertThat(billing.reverse(reversal)).isInstanceOf(Unknown.class);
    confirmed(billing.reverse(reversal));
  }

  @ParameterizedTest
  @CsvSource({
    "1005, NOT_ALLOWED",
    "1015, DAY_OVER",
    "11006, NOT_ALLOWED",
    "11008, NOT_ALLOWED",
    "11060, REMITTED",
    "11061, REMITTED",
    "11062, PREPAYMENT_USED",
    "11065, INVOICE_ISSUED",
    "12004, METER_TOOK_CREDIT",
    "12005, CARD_NOT_CLEARED"
  })
  void aReversalThatARuleForbidsIsRefused(String code, DeclineReason reason) {
    BillingOrder order = dueNow();
    confirmed(billing.execute(order));
    control.refuse("reversePayment", 1, code);
    assertRefused(billing.reverse(Calls.reversal(order)), code, reason);
  }

  @Test
  void manyThreadsEachGetTheirOwnAnswer() throws Exception {
    List<ControlClient.Debtor> debtors = control.debtors(1, 400, Calls.DAY);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<BillingResult<BillingConfirmation>>> payments = new ArrayList<>();
    for (ControlClient.Debtor debtor : debtors) {
      BillingOrder order =
          Calls.payment(new ConsumerNo(debtor.consumerNo()), Money.ofYuan(debtor.total()));
      payments.add(() -> billing.execute(order));
    }
    for (Future<BillingResult<BillingConfirmation>> result : threads.invokeAll(payments)) {
      confirmed(result.get());
    }
    threads.shutdown();
    BigDecimal total =
        debtors.stream().map(ControlClient.Debtor::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(control.totals().settled()).isEqualTo(debtors.size());
    assertThat(control.totals().settledAmount()).isEqualByComparingTo(total);
  }

  private BillStatement statement() {
    return confirmed(billing.queryBills(Calls.header(), consumer));
  }

  private BillingOrder dueNow() {
    return Calls.payment(consumer, Money.ofYuan(control.due(consumer.value(), Calls.DAY)));
  }

  private static <T> T confirmed(BillingResult<T> result) {
    assertThat(result).isInstanceOf(Confirmed.class);
    return ((Confirmed<T>) result).value();
  }

  private static void assertDeclined(BillingResult<?> result, DeclineReason reason) {
    assertThat(result)
        .asInstanceOf(type(Declined.class))
        .extracting(Declined::reason)
        .isEqualTo(reason);
  }

  private static void assertRefused(BillingResult<?> result, String code, DeclineReason reason) {
    assertDeclined(result, reason);
    assertThat(((Declined<?>) result).code()).isEqualTo(code);
    assertThat(((Declined<?>) result).text()).isNotEmpty();
  }
}
