package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages that open and close a shift. */
class ShiftTest {

  private static final Origin ORIGIN = new Origin("T1", "A1", "000001", "000007", "C01");
  private static final Instant NOW = Instant.parse("2026-11-28T03:04:05Z");
  private static final String CARD_NO = element(1, hex("880000000001"));
  private static final String ANSWER = element(2, "0102030405060708");
  private static final String PIN = element(3, "00112233445566778899AABBCCDDEEFF");
  private static final String ICCID = element(4, hex("89860012345678901237"));
  private static final String IMSI = element(5, hex("460001234567890"));

  private static String element(int tag, String value) {
    return String.format("%02X%04X%s", tag, value.length() / 2, value);
  }

  private static String hex(String ascii) {
    return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private static PosMessage message(String function, String identity) {
    PosMessage message =
        new PosMessage(0x0200)
            .set(Field.PROCESSING_CODE, "910000")
            .set(Field.TRACE_NO, "000007")
            .set(Field.TERMINAL, "T1")
            .set(Field.AGENCY, "A1")
            .set(Field.COLLECTOR, "C01")
            .set(Field.FUNCTION, "000000001" + function);
    return identity == null
        ? message
        : message.set(Field.IDENTITY, HexFormat.of().parseHex(identity));
  }

  private static Request read(String function, String identity) {
    PosMessage message = message(function, identity);
    return RequestReader.request(Service.of(message).orElseThrow(), ORIGIN, message);
  }

  @Test
  void aTerminalAsksForAChallenge() {
    assertThat(read("904", null)).isEqualTo(new ShiftRequest.AskChallenge(ORIGIN));
    assertThat(Service.ASK_CHALLENGE.authenticated()).isTrue();
    assertThat(Service.OPEN_SHIFT.authenticated()).isTrue();
    assertThat(Service.CLOSE_SHIFT.authenticated()).isTrue();
  }

  @Test
  void aShiftIsOpenedByCardPinAndSim() {
    ShiftRequest.Open open = (ShiftRequest.Open) read("905", CARD_NO + ANSWER + PIN + ICCID + IMSI);
    assertThat(open.cardNo()).isEqualTo("880000000001");
    assertThat(open.answer()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(open.pinBlock()).hasSize(16);
    assertThat(open.iccid()).isEqualTo("89860012345678901237");
    assertThat(open.imsi()).isEqualTo("460001234567890");
    assertThat(open.toString()).doesNotContain("pinBlock", "answer");
  }

  @Test
  void whatAKindOfTerminalHasNotIsLeftOut() {
    ShiftRequest.Open kiosk = (ShiftRequest.Open) read("905", ICCID + IMSI);
    assertThat(kiosk.cardNo()).isEmpty();
    assertThat(kiosk.answer()).isEmpty();
    ShiftRequest.Open pc = (ShiftRequest.Open) read("905", CARD_NO + ANSWER);
    assertThat(pc.pinBlock()).isEmpty();
    assertThat(pc.iccid()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01000C", // cut short
        "01000438303030", // a card number of four digits
        "0200080102030405060708", // an answer of no card
        "0600080102030405060708", // a challenge in a request
        "0100083838383838383838", // a card without an answer
        "04000138", // an ICCID of one digit
        "05000F343630303031323334353637383930040014383938363030313233343536373839303132333721",
        "0100083838383838383838010008383838383838383802000801020304050607080" + "0"
      })
  void aFieldOfAnotherFormIsRefused(String identity) {
    assertThatThrownBy(() -> read("905", identity)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"07000400000003,3", "070004FFFFFFFF,4294967295"})
  void aShiftIsClosedByItsNumber(String identity, long number) {
    assertThat(read("906", identity)).isEqualTo(new ShiftRequest.Close(ORIGIN, number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0700030000FF", "01000438303030", ""})
  void aShiftIsNotClosedByAnythingElse(String identity) {
    assertThatThrownBy(() -> read("906", identity)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void answersCarryTheChallengeAndTheNumber() {
    ReplyWriter writer = new ReplyWriter(ZoneOffset.UTC);
    PosMessage request = message("904", null);
    PosMessage challenge =
        writer.answer(request, new Reply.CardChallenge(NOW, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
    assertThat(challenge.text(Field.RESPONSE_CODE)).isEqualTo("00");
    assertThat(HexFormat.of().formatHex(challenge.bytes(Field.IDENTITY)))
        .isEqualTo("0600080102030405060708");
    PosMessage opened = writer.answer(request, new Reply.ShiftOpened(NOW, 258));
    assertThat(HexFormat.of().formatHex(opened.bytes(Field.IDENTITY))).isEqualTo("07000400000102");
    PosMessage closed = writer.answer(request, new Reply.ShiftClosed(NOW));
    assertThat(closed.text(Field.RESPONSE_CODE)).isEqualTo("00");
    assertThat(closed.has(Field.IDENTITY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "CARD_REQUIRED, D1",
    "CARD_REFUSED, D2",
    "SIM_REFUSED, D3",
    "CERTIFICATE_REFUSED, D4",
    "WRONG_PIN, 55",
  })
  void eachGuardHasACode(Refusal refusal, String code) {
    assertThat(ResponseCode.of(refusal).code()).isEqualTo(code);
  }
}
