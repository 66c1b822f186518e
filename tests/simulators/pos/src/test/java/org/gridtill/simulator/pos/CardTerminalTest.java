package org.gridtill.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.pos.CardTerminal.CardResult;
import org.gridtill.simulator.pos.card.SoftwareCardSlot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A terminal with a card, a platform that plays the utility's key system, and a meter. */
class CardTerminalTest {

  private static final String METER = "000000001002";
  private static final String CONSUMER = "0100000002";
  private static final CardWallet FIRST = new CardWallet(Money.ofFen(10_000), 1);
  private static final SubstituteCryptography KEYS = new SubstituteCryptography();

  private final FakeUtility utility = new FakeUtility(METER, CONSUMER);
  private final CpuCard card = new CpuCard("1122334455667788", KEYS, 1);
  private final Meter meter = new Meter(METER, Meter.CAPACITY, KEYS, Clock.systemUTC());
  private final SoftwareCardSlot slot = new SoftwareCardSlot(card);
  private FakePlatform platform;
  private PosTerminal terminal;
  private CardTerminal cards;

  @BeforeEach
  void start() throws IOException {
    platform = new FakePlatform();
    terminal =
        PosTerminal.of("T0000001", "A001")
            .at("127.0.0.1", platform.port())
            .masterKey(FakePlatform.MASTER_KEY)
            .timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5))
            .collector("C0017")
            .build();
    cards = new CardTerminal(terminal, slot);
    platform.thenSignOn();
    terminal.signOn();
    platform.nextReceived();
  }

  @AfterEach
  void stop() throws IOException {
    terminal.close();
    platform.close();
  }

  @Test
  void opensAnAccountWhoseMeterTakesTheCredit() throws IOException {
    platform.then(utility.sells(CardType.OPENING, FIRST)).thenCode("00").thenCode("00");
    CardResult result = cards.open(CONSUMER, 10_000);
    assertThat(result.done()).isTrue();
    assertThat(result.answer().cardOrder().meterNo()).isEqualTo(METER);
    assertThat(result.answer().cardOrder().purchaseCount()).isEqualTo(1);
    PosMessage sale = received();
    assertThat(sale.text(59)).isEqualTo("C0017");
    PosMessage report = received();
    assertThat(report.type()).isEqualTo("0220");
    assertThat(report.text(61)).isEqualTo("000001" + sale.text(11));
    assertThat(readings(report).get(3).value()).isEqualTo("0000271000000001");
    assertThat(readings(report).get(5)).isEqualTo(new CardElement(0x06, "01"));

    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
    assertThat(meter.remaining()).isEqualTo(Money.ofFen(10_000));
    cards.query(CONSUMER);
    CardElement returnFile = readings(received()).get(4);
    assertThat(returnFile.value()).startsWith("6811002B").hasSize(98);
  }

  @Test
  void reportsThatItDoesNotKnowIfTheCardIsPulledOut() throws IOException {
    platform.then(utility.sells(CardType.OPENING, FIRST)).thenCode("00");
    card.pullOutAfter(2);
    CardResult result = cards.open(CONSUMER, 10_000);
    assertThat(result.outcome()).isEqualTo(WriteOutcome.UNKNOWN);
    assertThat(result.done()).isFalse();

    platform.then(utility.sells(CardType.OPENING, FIRST)).thenCode("00");
    CardResult again = cards.rewrite(result.request());
    assertThat(again.done()).isTrue();
    assertThat(again.request().text(61)).isEqualTo("000001" + result.request().text(11));
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
  }

  @Test
  void reportsThatItDoesNotKnowIfTheCardRefuses() throws IOException {
    platform.then(utility.sells(CardType.OPENING, FIRST)).thenCode("00");
    PosMessage sale = terminal.requests().openCard(CONSUMER, 10_000, slot.read());
    CardOrder order = terminal.exchange(sale).cardOrder();
    // The card gives another challenge: what answers the first one is worth nothing any more.
    slot.read();
    assertThat(cards.write(order, WriteOutcome.WRITTEN)).isEqualTo(WriteOutcome.UNKNOWN);
    slot.remove();
    cards.report(sale, WriteOutcome.UNKNOWN);
    received();
    assertThat(readings(received())).containsExactly(new CardElement(0x06, "02"));
  }

  @Test
  void clearsTheCardBeforeItUndoesTheSale() throws IOException {
    platform.then(utility.sells(CardType.OPENING, FIRST)).thenCode("00");
    PosMessage sale = cards.open(CONSUMER, 10_000).request();
    platform.then(utility.clears(CardWallet.EMPTY));
    platform.thenCode("00").thenCode("00");
    assertThat(cards.clearAndVoid(sale).done()).isTrue();
    assertThat(card.reading().parameterFile()).isEmpty();
    received();
    received();
    assertThat(received().text(60)).endsWith("024");
    assertThat(readings(received()).get(5)).isEqualTo(new CardElement(0x06, "03"));
    PosMessage undoing = received();
    assertThat(undoing.text(3)).isEqualTo("200000");
    assertThat(undoing.text(4)).isEqualTo(sale.text(4));
  }

  @Test
  void undoesNothingWhoseCardIsNotCleared() throws IOException {
    platform.then(utility.sells(CardType.OPENING, FIRST)).thenCode("00").thenCode("C5");
    PosMessage sale = cards.open(CONSUMER, 10_000).request();
    assertThat(cards.clearAndVoid(sale)).isNull();
    assertThat(card.holds(FIRST)).isTrue();
  }

  @Test
  void writesNothingThatNobodyHasSigned() throws IOException {
    platform.then(frame -> utility.saleOn(frame, CardType.OPENING, FIRST).frame());
    CardResult result = cards.open(CONSUMER, 10_000);
    assertThat(result.outcome()).isNull();
    assertThat(card.reading().parameterFile()).isEmpty();
  }

  @Test
  void writesNothingIfTheAnswerIsLostAndSaysSo() throws IOException {
    platform.then(frame -> null).thenCode("00");
    PosMessage sale = terminal.requests().openCard(CONSUMER, 10_000, slot.read());
    assertThatThrownBy(() -> terminal.exchange(sale)).isInstanceOf(EOFException.class);
    terminal.reverse(sale, WriteOutcome.NOT_WRITTEN);
    received();
    PosMessage reversal = received();
    assertThat(reversal.type()).isEqualTo("0400");
    assertThat(readings(reversal)).containsExactly(new CardElement(0x06, "00"));
  }

  @Test
  void repeatsTheLastMessageByteForByte() throws IOException {
    platform.thenCode("09").thenCode("00");
    assertThat(cards.replace(CONSUMER).answer().code()).isEqualTo("09");
    assertThat(terminal.repeat().done()).isTrue();
    assertThat(platform.nextReceived()).isEqualTo(platform.nextReceived());
  }

  private static List<CardElement> readings(PosMessage request) throws IOException {
    return CardElement.parse(request.bytes(55));
  }

  private PosMessage received() throws IOException {
    return PosMessage.parse(platform.nextReceived());
  }
}
