package org.gridtill.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PosTerminalTest {

  private final List<FrameListener.Direction> seen = new ArrayList<>();
  private FakePlatform platform;
  private PosTerminal terminal;

  @BeforeEach
  void start() throws IOException {
    platform = new FakePlatform();
    terminal =
        PosTerminal.of("T0000001", "A001")
            .at("127.0.0.1", platform.port())
            .masterKey(FakePlatform.MASTER_KEY)
            .timeouts(Duration.ofSeconds(5), Duration.ofMillis(300))
            .listener((direction, frame) -> seen.add(direction))
            .firstTraceNo(999_999)
            .build();
  }

  @AfterEach
  void stop() throws IOException {
    terminal.close();
    platform.close();
  }

  @Test
  void signsOnWithoutACodeAndPaysWithOne() throws IOException {
    platform.thenSignOn().thenCode("00");
    PosAnswer signedOn = terminal.signOn();
    assertThat(signedOn.done()).isTrue();
    assertThat(signedOn.authentic()).isFalse();
    PosAnswer paid = terminal.pay("0100000001", 12345);
    assertThat(paid.authentic()).isTrue();
    assertThat(paid.amountFen()).isEqualTo(12345);
    assertThat(PosMessage.parse(platform.nextReceived()).has(64)).isFalse();
    byte[] payment = platform.nextReceived();
    assertThat(PosMessage.isAuthentic(payment, FakePlatform.keys())).isTrue();
    assertThat(PosMessage.parse(payment).text(11)).as("behind 999999").isEqualTo("000001");
    assertThat(seen)
        .containsExactly(
            FrameListener.Direction.SENT,
            FrameListener.Direction.RECEIVED,
            FrameListener.Direction.SENT,
            FrameListener.Direction.RECEIVED);
  }

  @Test
  void repeatsTheSameBytes() throws IOException {
    platform.thenSignOn().thenCode("09").thenCode("00");
    terminal.signOn();
    PosMessage payment = terminal.payRequest("0100000001", 1);
    assertThat(terminal.exchange(payment).code()).isEqualTo("09");
    assertThat(terminal.exchange(payment).code()).isEqualTo("00");
    platform.nextReceived();
    assertThat(platform.nextReceived()).isEqualTo(platform.nextReceived());
  }

  @Test
  void namesTheOriginalInAReversalAndInAQuery() throws IOException {
    platform.thenSignOn().thenCode("00").thenCode("00");
    terminal.signOn();
    PosMessage payment = terminal.payRequest("0100000001", 777);
    terminal.queryTransaction(payment);
    terminal.reverse(payment);
    platform.nextReceived();
    PosMessage query = PosMessage.parse(platform.nextReceived());
    assertThat(query.text(61)).isEqualTo("000001" + payment.text(11));
    PosMessage reversal = PosMessage.parse(platform.nextReceived());
    assertThat(reversal.type()).isEqualTo("0400");
    assertThat(reversal.text(61)).isEqualTo("000001" + payment.text(11));
    assertThat(reversal.text(4)).isEqualTo("000000000777");
  }

  @Test
  void saysWhoWorksItAndWhichMonthsArePaid() throws IOException {
    platform.thenSignOn().thenCode("00").thenCode("00").thenCode("00");
    terminal.signOn();
    terminal.requests().collector("C0017");
    terminal.pay("0100000001", 1, YearMonth.of(2026, 9), YearMonth.of(2026, 11));
    terminal.requests().collector("");
    terminal.prepay("0100000001", 2);
    PosMessage sale = terminal.requests().rechargeRemotely("0100000001", 3);
    terminal.voidTransaction(sale, WriteOutcome.CLEARED);
    platform.nextReceived();
    PosMessage payment = PosMessage.parse(platform.nextReceived());
    assertThat(payment.text(58)).isEqualTo("202609202611");
    assertThat(payment.text(59)).isEqualTo("C0017");
    PosMessage prepayment = PosMessage.parse(platform.nextReceived());
    assertThat(prepayment.text(60)).isEqualTo("011000001002");
    assertThat(prepayment.has(59)).isFalse();
    PosMessage voiding = PosMessage.parse(platform.nextReceived());
    assertThat(voiding.text(3)).isEqualTo("200000");
    assertThat(voiding.text(61)).isEqualTo("000001" + sale.text(11));
    assertThat(voiding.text(55)).isEqualTo("06000103");
  }

  @Test
  void believesNoAnswerWithAWrongCode() throws IOException {
    platform.thenSignOn();
    platform.then(frame -> FakePlatform.answer(frame, "00").set(64, new byte[8]).frame());
    terminal.signOn();
    assertThatThrownBy(() -> terminal.pay("0100000001", 1))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("authentication code");
  }

  @Test
  void saysWhichAnswerHasNoCode() throws IOException {
    platform.thenSignOn().then(frame -> FakePlatform.answer(frame, "A0").frame());
    terminal.signOn();
    PosAnswer answer = terminal.pay("0100000001", 1);
    assertThat(answer.authentic()).isFalse();
    assertThat(answer.code()).isEqualTo("A0");
  }

  @Test
  void takesNoAnswerToAnotherRequest() {
    platform.then(frame -> FakePlatform.answer(frame, "00").set(11, "000777").frame());
    assertThatThrownBy(() -> terminal.echo())
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("not that to the request");
  }

  @Test
  void refusesKeysWhoseCheckValueIsWrong() {
    byte[] wrong = FakePlatform.FIELD_62.clone();
    wrong[39]++;
    platform.then(frame -> FakePlatform.answer(frame, "00").set(62, wrong).frame());
    assertThatThrownBy(() -> terminal.signOn())
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("check value");
  }

  @Test
  void givesUpInTimeAndConnectsAgain() throws IOException {
    platform.then(frame -> new byte[0]);
    assertThatThrownBy(() -> terminal.echo()).isInstanceOf(SocketTimeoutException.class);
    platform.then(frame -> FakePlatform.answer(frame, "00").frame());
    assertThat(terminal.echo().done()).isTrue();
  }

  @Test
  void noticesAConnectionClosedInsteadOfAnAnswer() throws IOException {
    platform.then(frame -> null);
    assertThatThrownBy(() -> terminal.echo()).isInstanceOf(EOFException.class);
    platform.then(frame -> FakePlatform.answer(frame, "00").frame());
    assertThat(terminal.echo().done()).isTrue();
  }

  @Test
  void dropsTheConnectionBeforeAnAnswerAndLivesOn() throws IOException {
    platform.thenSignOn().thenCode("00").thenCode("00");
    terminal.signOn();
    terminal.sendAndDrop(terminal.payRequest("0100000001", 1));
    assertThat(terminal.pay("0100000001", 1).done()).isTrue();
  }
}
