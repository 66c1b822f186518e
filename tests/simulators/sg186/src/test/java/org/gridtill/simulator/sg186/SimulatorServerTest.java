package org.gridtill.simulator.sg186;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gridtill.simulator.sg186.ControlClient.Debtor;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.gridtill.simulator.sg186.utility.Population;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as others see it: SOAP and control over sockets. */
class SimulatorServerTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Population POPULATION = new Population(500, YearMonth.of(2026, 10));

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path directory;
  private Simulator simulator;
  private SimulatorServer server;
  private ControlClient control;
  private Debtor debtor;

  @BeforeEach
  void start() throws Exception {
    simulator = Simulator.open(POPULATION, Optional.of(directory.resolve("state")), 5);
    server = new SimulatorServer(simulator, "127.0.0.1", 0, 0, true);
    control = new ControlClient(server.controlUrl());
    if (debtor == null) {
      debtor = control.debtors(1, 1, DAY).get(0);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    simulator.close();
  }

  @Test
  void aPaymentIsRecordedOnceAndSurvivesARestart() throws Exception {
    assertThat(pay("1")).contains("<resultCode>1001<", "<replayed>false<");
    String first = pay("1");
    assertThat(first).contains("<resultCode>1001<", "<replayed>true<");
    stop();
    start();
    assertThat(pay("1")).isEqualTo(first);
    List<Recorded> payments = control.payments();
    assertThat(payments).hasSize(1);
    assertThat(payments.get(0).serialNo()).isEqualTo("1");
    assertThat(payments.get(0).state()).isEqualTo("DONE");
    assertThat(payments.get(0).amount()).isPositive();
    assertThat(control.totals().settled()).isEqualTo(1);
    assertThat(control.totals().settledAmount()).isEqualByComparingTo(payments.get(0).amount());
  }

  @Test
  void theSerialOfAnotherPaymentIsAFault() throws Exception {
    pay("1");
    assertThat(send("1", "confirmPayment", debtor.consumerNo(), "0.01"))
        .contains("<soap:Fault>", "duplicateSerial", "serialNo>1<");
  }

  @Test
  void aRequestThatBreaksTheContractIsAFault() throws Exception {
    assertThat(send("1", "confirmPayment", debtor.consumerNo(), "1.001")).contains("<soap:Fault>");
    assertThat(send("no serial!", "confirmPayment", debtor.consumerNo(), "1.00"))
        .contains("<soap:Fault>");
    assertThat(post("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")).contains("<soap:Fault>");
    assertThat(control.payments()).isEmpty();
  }

  @Test
  void anAnswerIsLostAfterTheCommit() throws Exception {
    control.loseAfter("confirmPayment", 1);
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> pay("1"));
    assertThat(control.totals().settled()).isEqualTo(1);
    assertThat(control.exchanges(1, false)).contains("connection closed without an answer");
    assertThat(pay("1")).contains("<replayed>true<");
  }

  @Test
  void aRequestIsLostBeforeTheCommit() throws Exception {
    control.loseBefore("confirmPayment", 1);
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> pay("1"));
    assertThat(control.payments()).isEmpty();
  }

  @Test
  void aRequestIsProcessedTwice() throws Exception {
    control.duplicate("any", 1);
    assertThat(pay("1")).contains("<resultCode>1001<", "<replayed>true<");
    assertThat(control.totals().settled()).isEqualTo(1);
  }

  @Test
  void aRequestWaits() throws Exception {
    control.delay("any", 1, Duration.ofMillis(300));
    long start = System.nanoTime();
    pay("1");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
  }

  @Test
  void aRequestIsRefusedAsScripted() throws Exception {
    control.refuse("confirmPayment", 1, "11047");
    assertThat(pay("1")).contains("<resultCode>11047<");
    assertThat(pay("2")).contains("<resultCode>1001<");
  }

  @Test
  void whileItIsDownThePortIsClosedAndThenTheSamePortIsOpen() throws Exception {
    URI url = server.serviceUrl();
    control.down(Duration.ZERO);
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket(url.getHost(), url.getPort()).close());
    control.clearFaults();
    assertThat(server.serviceUrl()).isEqualTo(url);
    assertThat(pay("1")).contains("<resultCode>1001<");
  }

  @Test
  void anOutageEndsByItself() throws Exception {
    control.down(Duration.ofSeconds(1));
    URI url = server.serviceUrl();
    long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    boolean up = false;
    while (!up) {
      assertThat(System.nanoTime()).as("still down").isLessThan(patience);
      try (Socket socket = new Socket(url.getHost(), url.getPort())) {
        up = socket.isConnected();
      } catch (ConnectException e) {
        Thread.onSpinWait();
      }
    }
    assertThat(pay("1")).contains("<resultCode>1001<");
  }

  @Test
  void exchangesAreRememberedAsTheyWere() throws Exception {
    String answer = pay("1");
    String text = control.exchanges(1, false);
    assertThat(text).contains(">> <soap:Envelope", "<< " + answer);
    assertThat(control.exchanges(1, true)).contains("  <serialNo>1</serialNo>");
    for (int i = 2; i < 20; i++) {
      pay(Integer.toString(i));
    }
    assertThat(control.exchanges(100, false).lines().filter(line -> line.startsWith("#")))
        .hasSize(5);
  }

  @Test
  void resetMakesAllBillsDueAgain() throws Exception {
    pay("1");
    assertThat(control.due(debtor.consumerNo(), DAY)).isZero();
    control.refuse("any", 0, "1034");
    control.reset();
    assertThat(control.due(debtor.consumerNo(), DAY)).isEqualByComparingTo(debtor.total());
    assertThat(pay("1")).contains("<resultCode>1001<", "<replayed>false<");
  }

  @Test
  void debtorsAreListedInOrder() {
    List<Debtor> debtors = control.debtors(10, 50, DAY);
    assertThat(debtors)
        .hasSize(50)
        .isSortedAccordingTo((a, b) -> a.consumerNo().compareTo(b.consumerNo()));
    assertThat(debtors).allMatch(d -> d.total().compareTo(BigDecimal.ZERO) > 0);
    assertThat(debtors.get(0).consumerNo()).isGreaterThanOrEqualTo("0100000010");
  }

  @Test
  void aWrongArgumentIsRefusedWithAReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.refuse("any", 1, "4711"))
        .withMessageContaining("4711");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.refuse("pay", 1, "1034"))
        .withMessageContaining("operation");
    assertThatIllegalArgumentException().isThrownBy(() -> control.due("1", DAY));
    assertThatIllegalArgumentException().isThrownBy(() -> control.meter(debtor.consumerNo(), DAY));
    assertThatIllegalArgumentException().isThrownBy(() -> control.answerMeters("perhaps"));
  }

  @Test
  void remoteMetersAnswerAsScripted() throws Exception {
    String consumer = TestConsumers.remoteMeter(0);
    control.answerMeters("later");
    assertThat(send("1", "submitRemoteRecharge", consumer, "50.00"))
        .contains("<meterOutcome>PENDING<");
    ControlClient.Meter waiting = control.meter(consumer, DAY);
    assertThat(waiting.pending()).isEqualByComparingTo("50.00");
    assertThat(waiting.lastSale()).isEqualTo("1");
    control.answerMeters("take-pending");
    stop();
    start();
    ControlClient.Meter answered = control.meter(consumer, DAY);
    assertThat(answered.pending()).isZero();
    assertThat(answered.remaining()).isEqualByComparingTo("50.00");
    assertThat(answered.purchaseCount()).isEqualTo(1);
    assertThat(send("1", "submitRemoteRecharge", consumer, "50.00"))
        .contains("<meterOutcome>TAKEN<", "<replayed>true<");
  }

  @Test
  void aClosedDayIsOverForGoodUntilReset() throws Exception {
    control.closeDay(DAY);
    assertThat(pay("1")).contains("<accountingDate>2026-11-25<");
    assertThat(control.payments().get(0).accountingDate()).isEqualTo(DAY.plusDays(1));
    stop();
    start();
    assertThat(pay("1")).contains("<accountingDate>2026-11-25<", "<replayed>true<");
    control.reset();
    assertThat(pay("1")).contains("<accountingDate>2026-11-24<", "<replayed>false<");
  }

  @Test
  void aPrepaidBalanceIsUsedByControl() throws Exception {
    pay("1");
    assertThat(send("2", "prepay", debtor.consumerNo(), "50.00")).contains("<prepaid>50.00<");
    control.useBalance(debtor.consumerNo(), new BigDecimal("20.00"));
    assertThat(control.balance(debtor.consumerNo())).isEqualByComparingTo("30.00");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.useBalance(debtor.consumerNo(), new BigDecimal("30.01")))
        .withMessageContaining("balance");
  }

  @Test
  void atTheDayEndEveryCallIsRefused() throws Exception {
    control.dayEnd("any", 0);
    assertThat(pay("1")).contains("<resultCode>1034<");
    control.clearFaults();
    assertThat(pay("1")).contains("<resultCode>1034<", "<replayed>true<");
    assertThat(pay("2")).contains("<resultCode>1001<");
  }

  @Test
  void aPortInUseIsAnError() {
    int taken = server.serviceUrl().getPort();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new SimulatorServer(simulator, "127.0.0.1", taken, 0, true));
  }

  private String pay(String serialNo) throws Exception {
    return send(serialNo, "confirmPayment", debtor.consumerNo(), debtor.total().toPlainString());
  }

  private String send(String serialNo, String operation, String consumerNo, String amount)
      throws Exception {
    return post(
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
            + " xmlns:m=\"urn:gridtill:sg186:2026:01\" xmlns=\"urn:gridtill:sg186:types:2026:01\">"
            + "<soap:Body><m:"
            + operation
            + "><m:header><agencyCode>A001</agencyCode><terminalId>T1</terminalId>"
            + "<channel>pos</channel><serialNo>"
            + serialNo
            + "</serialNo><requestTime>2026-11-24T00:00:00Z</requestTime>"
            + "<accountingDate>2026-11-24</accountingDate></m:header><m:consumerNo>"
            + consumerNo
            + "</m:consumerNo><m:amount>"
            + amount
            + "</m:amount></m:"
            + operation
            + "></soap:Body></soap:Envelope>");
  }

  private String post(String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.serviceUrl())
            .header("Content-Type", "text/xml; charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
