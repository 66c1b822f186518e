package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Original;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.simulator.pos.CardReadout;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosRequests;
import org.gridtill.simulator.pos.WriteOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What requests mean, and which fields go together. */
class RequestTest {

  private static final String CONSUMER = "0100000001";
  private static final CardReadout CARD = Cards.readout(Cards.blank());
  private static final byte[] READING = requests().queryMeter(CONSUMER, CARD).bytes(55);
  private static final byte[] OUTCOME = {6, 0, 1, 0};

  private final PosAdapter adapter = new PosAdapter(ZoneOffset.UTC);

  @Test
  void readsTheChosenMonths() throws FrameException {
    YearMonth[] months =
        IntStream.range(0, 33)
            .mapToObj(YearMonth.of(2024, 1)::plusMonths)
            .toArray(YearMonth[]::new);
    Request.PayBills all = (Request.PayBills) decode(requests().payBills(CONSUMER, 1, months));
    assertThat(all.months()).containsExactly(months);
    Request.PayBills none = (Request.PayBills) decode(requests().payBills(CONSUMER, 1));
    assertThat(none.months()).isEmpty();
  }

  @Test
  void readsTheCollector() throws FrameException {
    PosMessage echo = requests().echo().set(59, "C234567890123456");
    assertThat(decode(echo).origin().collectorCode()).isEqualTo("C234567890123456");
    assertThat(decode(requests().echo()).origin().collectorCode()).isEmpty();
  }

  @Test
  void queriesAMeterWithAndWithoutACard() throws FrameException {
    assertThat(((Request.QueryMeter) decode(requests().queryMeter(CONSUMER))).card()).isNull();
    assertThat(((Request.QueryMeter) decode(requests().queryMeter(CONSUMER, CARD))).card())
        .isEqualTo(Cards.blank());
  }

  @Test
  void namesASaleByItsKeyOrItsSerialNumber() throws FrameException {
    PosMessage sale = requests().rechargeCard(CONSUMER, 1, CARD);
    PosMessage byKey = PosRequests.naming(requests().clearCard(CARD), sale);
    assertThat(((CardRequest.Clear) decode(byKey)).sale())
        .isEqualTo(new Original.ByKey("000001", "000001"));
    PosMessage bySerial = PosRequests.naming(requests().clearCard(CARD), "000000000042");
    assertThat(((CardRequest.Clear) decode(bySerial)).sale())
        .isEqualTo(new Original.BySerial(SerialNo.of(42)));
  }

  @Test
  void tellsAVoidFromAReversal() throws FrameException {
    Request.Reverse undone = (Request.Reverse) decode(requests().reverse("000001", "000007", 5));
    assertThat(undone.cause()).isEqualTo(Request.Cause.NO_ANSWER);
    assertThat(undone.card()).isNull();
    PosMessage message = requests().voidTransaction("000001", "000007", 5);
    PosRequests.saying(message, WriteOutcome.CLEARED);
    Request.Reverse voided = (Request.Reverse) decode(message);
    assertThat(voided.cause()).isEqualTo(Request.Cause.COLLECTOR);
    assertThat(voided.card()).isEqualTo(CardOutcome.CLEARED);
    assertThat(voided.originalTraceNo()).isEqualTo("000007");
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesFieldsThatDoNotGoTogether(PosMessage message) throws Exception {
    FrameException refusal = catchThrowableOfType(FrameException.class, () -> decode(message));
    assertThat(refusal.kind()).isEqualTo(FrameException.Kind.MALFORMED);
    assertThat(PosMessage.parse(refusal.answer()).text(39)).isEqualTo("30");
  }

  static Stream<PosMessage> wrong() {
    List<PosMessage> months =
        Stream.of("", "20261", "202613", "202600", "2026010", "202601202601", "2026AB", "-20261")
            .map(text -> requests().payBills(CONSUMER, 1).set(58, text))
            .toList();
    List<PosMessage> collectors =
        Stream.of("", " ", "C-1", "C 1", "C2345678901234567")
            .map(text -> requests().payBills(CONSUMER, 1).set(59, text))
            .toList();
    List<PosMessage> others =
        List.of(
            requests().payBills(CONSUMER, 1).set(55, READING),
            requests().prepay(CONSUMER, 1).set(58, "202601"),
            requests().prepay(CONSUMER, 0),
            requests().rechargeRemotely(CONSUMER, 1).set(55, READING),
            requests().rechargeCard(CONSUMER, 1, CARD).set(55, (byte[]) null),
            requests().rechargeCard(CONSUMER, 1, CARD).set(55, new byte[0]),
            requests().rechargeCard(CONSUMER, 1, CARD).set(55, OUTCOME),
            requests().rechargeCard(CONSUMER, 0, CARD),
            requests().openCard(CONSUMER, 1, CARD).set(61, "000001000001"),
            requests().queryMeter(CONSUMER).set(55, OUTCOME),
            requests().queryMeter(CONSUMER).set(55, new byte[0]),
            requests().replaceCard(CONSUMER, CARD).set(4, "000000000001"),
            requests().rewriteCard(CARD),
            requests().rewriteCard(CARD).set(61, "000001000001").set(37, "000000000001"),
            requests().rewriteCard(CARD).set(37, "00000000000X"),
            requests().clearCard(CARD).set(61, "000001000001").set(55, OUTCOME),
            requests().reportCard(WriteOutcome.WRITTEN, CARD),
            requests()
                .reportCard(WriteOutcome.WRITTEN, CARD)
                .set(61, "000001000001")
                .set(55, READING),
            requests().reverse("000001", "000001", 1).set(55, READING),
            requests().reverse("000001", "000001", 1).set(55, new byte[0]),
            requests().voidTransaction("000001", "000001", 0),
            requests().voidTransaction("000001", "000001", 1).set(37, "000000000001"));
    return Stream.of(months, collectors, others).flatMap(List::stream);
  }

  private static PosRequests requests() {
    return Requests.terminal().requests();
  }

  private Request decode(PosMessage message) throws FrameException {
    return adapter.decode(Requests.signed(message), Scenario.session());
  }
}
