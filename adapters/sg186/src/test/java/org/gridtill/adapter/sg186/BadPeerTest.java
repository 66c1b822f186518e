package org.gridtill.adapter.sg186;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a payment becomes when the other side misbehaves. */
@Timeout(60)
class BadPeerTest {

  private static final String XML = "text/xml; charset=UTF-8";

  private RawPeer peer;
  private Sg186BillingSystem billing;

  @AfterEach
  void stop() throws IOException {
    billing.deactivate();
    peer.close();
  }

  @Test
  void theWellBehavedAnswerOfTheseTestsIsConfirmed() throws IOException {
    start(BadPeerTest::confirm);
    assertThat(pay()).isInstanceOf(Confirmed.class);
  }

  @Test
  void connectionsAreKeptForTheNextCall() throws IOException {
    start(BadPeerTest::confirm);
    for (int i = 0; i < 20; i++) {
      assertThat(pay()).isInstanceOf(Confirmed.class);
    }
    assertThat(peer.connectionCount()).isEqualTo(1);
  }

  /**
   * The trap: the peer takes the payment on a kept connection, closes it, and is gone. An HTTP
   * client that tries again finds the connection refused, as if nothing had been sent.
   */
  @Test
  void aPaymentTakenByAPeerThatThenDiesIsUnknown() throws IOException {
    start(
        (request, socket, me) -> {
          if (me.requests().size() == 1) {
            confirm(request, socket, me);
          } else {
            me.stopListening();
            socket.close();
          }
        });
    assertThat(pay()).isInstanceOf(Confirmed.class);
    assertThat(pay()).isInstanceOf(Unknown.class);
    assertThat(peer.requests()).hasSize(2);
    assertUnreachable(pay());
  }

  @Test
  void aPaymentTakenOnAFreshConnectionByAPeerThatThenDiesIsUnknown() throws IOException {
    start(
        (request, socket, me) -> {
          me.stopListening();
          socket.close();
        });
    assertThat(pay()).isInstanceOf(Unknown.class);
    assertThat(peer.requests()).hasSize(1);
  }

  @Test
  void aPaymentIsNeverSentTwice() throws IOException {
    start((request, socket, me) -> socket.close());
    for (int i = 1; i <= 10; i++) {
      assertThat(pay()).isInstanceOf(Unknown.class);
      assertThat(peer.requests()).hasSize(i);
    }
  }

  @Test
  void withoutAListenerAPaymentIsCertainlyNotMade() throws IOException {
    start(BadPeerTest::confirm);
    peer.stopListening();
    assertUnreachable(pay());
  }

  @Test
  void aConnectionThatIsNotMadeInTimeSendsNothing() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        FullQueue queue = new FullQueue(busy)) {
      start(BadPeerTest::confirm);
      billing.deactivate();
      billing =
          new Sg186BillingSystem(
              TestConfiguration.of(queue.url()).connectTimeout(Duration.ofMillis(300)));
      assertUnreachable(pay());
    }
  }

  @Test
  void whenAllConnectionsAreInUseAPaymentIsCertainlyNotMade() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    start(
        (request, socket, me) -> {
          taken.countDown();
          await(goOn);
          confirm(request, socket, me);
        },
        configuration -> configuration.maxConnections(1).connectTimeout(Duration.ofMillis(200)));
    Thread other = new Thread(this::pay);
    other.start();
    taken.await();
    assertUnreachable(pay());
    goOn.countDown();
    other.join();
    assertThat(pay()).isInstanceOf(Confirmed.class);
    assertThat(peer.requests()).hasSize(2);
  }

  @Test
  void anAnswerThatStopsHalfwayDoesNotHoldTheCaller() throws IOException {
    start(
        (request, socket, me) -> {
          String answer = RawPeer.http(200, XML, confirmation(request));
          write(socket, answer.substring(0, answer.length() - 100));
        },
        BadPeerTest::hasty);
    assertThat(pay()).isInstanceOf(Unknown.class);
  }

  @Test
  void anAnswerThatTricklesDoesNotHoldTheCaller() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    start(
        (request, socket, me) -> {
          write(
              socket, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 9999\r\n\r\n");
          while (!isOver(over)) {
            write(socket, " ");
          }
        },
        BadPeerTest::hasty);
    assertThat(pay()).isInstanceOf(Unknown.class);
    over.countDown();
  }

  @Test
  void silenceIsUnknown() throws IOException {
    start(RawPeer.saying(""), BadPeerTest::hasty);
    assertThat(pay()).isInstanceOf(Unknown.class);
  }

  @Test
  void aThreadInterruptedBeforehandSendsNothingAndStaysInterrupted() throws IOException {
    start(BadPeerTest::confirm);
    Thread.currentThread().interrupt();
    assertUnreachable(pay());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(peer.requests()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAnswers")
  void aBadAnswerIsUnknown(String name, UnaryOperator<String> answer) throws IOException {
    start((request, socket, me) -> write(socket, answer.apply(request)));
    assertThat(pay()).isInstanceOf(Unknown.class);
    assertThat(peer.requests()).hasSize(1);
  }

  static Stream<Arguments> badAnswers() {
    return Stream.of(
        bad("no HTTP", request -> "hello\r\n\r\n"),
        bad("404", request -> RawPeer.http(404, "text/html", "<html>no</html>")),
        bad("302", request -> "HTTP/1.1 302 F\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"),
        bad("401", request -> RawPeer.http(401, XML, confirmation(request))),
        bad("500 in HTML", request -> RawPeer.http(500, "text/html", "<html>oops</html>")),
        bad("500 without a fault", request -> RawPeer.http(500, XML, "<oops/>")),
        bad("503", request -> RawPeer.http(503, XML, confirmation(request))),
        bad("200 in HTML", request -> RawPeer.http(200, "text/html", "<html>login</html>")),
        bad("nothing", request -> RawPeer.http(200, XML, "")),
        bad("no XML", request -> RawPeer.http(200, XML, "done")),
        bad("no SOAP", request -> RawPeer.http(200, XML, "<done/>")),
        bad("an empty body", request -> RawPeer.http(200, XML, Envelopes.envelope(""))),
        changed("XML that ends early", "</m:payment>.*", ""),
        changed("the answer to another call", "serialNo>[0-9]+<", "serialNo>999999999999<"),
        changed("another operation's answer", "confirmPaymentResponse", "echoResponse"),
        changed("no header", "<m:header>.*</m:header>", ""),
        changed("no payment", "<m:payment>.*</m:payment>", ""),
        changed("no code", "<resultCode>1001</resultCode>", ""),
        changed("a code of no contract", ">1001<", ">4711<"),
        changed("no upstream serial", "<upstreamSerialNo>SG1</upstreamSerialNo>", ""),
        changed("an earlier date", "2026-11-24", "2026-11-23"),
        changed("no date", "<accountingDate>2026-11-24</accountingDate>", ""),
        changed("another consumer", "<consumerNo>1<", "<consumerNo>2<"),
        changed("another amount", "<amount>10.00<", "<amount>10.01<"),
        changed("charges that do not add up", ">9.00<", ">8.99<"),
        changed("amount and charges changed", "10.00(.*)9.00", "9.00$18.00"),
        changed("no receivables", "<receivable>.*</receivable>", ""),
        changed("a fraction of a fen", ">9.00<", ">9.001<"),
        changed("a huge exponent", ">9.00<", ">9E999999999<"),
        changed("a negative penalty", ">9.00<(.*)>1.00<", ">11.00<$1>-1.00<"),
        changed("a month that is none", "2026-10", "2026-13"),
        changed("a document type", "^", "<!DOCTYPE x>"),
        changed(
            "an entity bomb",
            "^",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"),
        changed(
            "an external entity",
            "^(.*)Wang",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>$1&a;"),
        bad("a fault", request -> RawPeer.http(500, XML, Envelopes.fault(""))),
        bad("a fault with 200", request -> RawPeer.http(200, XML, Envelopes.fault(""))),
        bad(
            "a duplicate serial that is not ours",
            request -> RawPeer.http(500, XML, Envelopes.duplicateSerial("999999999999"))),
        bad("too long", request -> RawPeer.http(200, XML, " ".repeat(1 << 21))));
  }

  @Test
  void aDuplicateSerialThatIsOursIsRefused() throws IOException {
    start(
        (request, socket, me) ->
            write(
                socket,
                RawPeer.http(500, XML, Envelopes.duplicateSerial(Envelopes.serialOf(request)))));
    assertThat(pay())
        .isEqualTo(new Declined<>(DeclineReason.DUPLICATE_SERIAL, "11004", "used before"));
  }

  private void start(RawPeer.Behavior behavior) throws IOException {
    start(behavior, configuration -> configuration);
  }

  private void start(RawPeer.Behavior behavior, UnaryOperator<TestConfiguration> change)
      throws IOException {
    peer = new RawPeer(behavior);
    billing = new Sg186BillingSystem(change.apply(TestConfiguration.of(peer.url())));
  }

  private BillingResult<BillingConfirmation> pay() {
    BillingOrder order = Calls.payment(new ConsumerNo("1"), Money.parse("10.00"));
    return billing.execute(order);
  }

  private static TestConfiguration hasty(TestConfiguration configuration) {
    return configuration
        .connectTimeout(Duration.ofMillis(300))
        .receiveTimeout(Duration.ofMillis(300));
  }

  private static Arguments bad(String name, UnaryOperator<String> answer) {
    return Arguments.of(name, answer);
  }

  private static Arguments changed(String name, String regex, String replacement) {
    return bad(
        name,
        request -> {
          String good = confirmation(request);
          String changed = good.replaceAll("(?s)" + regex, replacement);
          assertThat(changed).as("a changed answer").isNotEqualTo(good);
          return RawPeer.http(200, XML, changed);
        });
  }

  private static void confirm(String request, Socket socket, RawPeer peer) throws IOException {
    write(socket, RawPeer.http(200, XML, confirmation(request)));
  }

  private static String confirmation(String request) {
    return Envelopes.confirmation(Envelopes.serialOf(request));
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static boolean isOver(CountDownLatch latch) {
    try {
      return latch.await(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static void assertUnreachable(BillingResult<?> result) {
    assertThat(result).isInstanceOf(Declined.class);
    assertThat(((Declined<?>) result).reason()).isEqualTo(DeclineReason.UNREACHABLE);
  }
}
