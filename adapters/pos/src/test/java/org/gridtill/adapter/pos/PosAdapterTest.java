package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ProtocolException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.FrameException.Kind;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.simulator.pos.PosMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosAdapterTest {

  private final PosAdapter adapter = new PosAdapter(ZoneOffset.UTC);

  @Test
  void findsItselfFit() {
    assertThat(new PosAdapter(ZoneOffset.UTC).selfCheck()).isEmpty();
  }

  @Test
  void takesTheTerminalsTimeWithoutLookingAtIt() throws FrameException {
    PosMessage message = Requests.payment().set(12, "101112").set(13, "0230");
    assertThat(adapter.decode(Requests.signed(message), Scenario.session()))
        .isInstanceOf(Request.PayBills.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "60",
        "6000030000600000010000", // nothing, too little, no message
        "6100030000600000010000080000200000008000", // not this TPDU
        "6000030000610000010000080000200000008000", // not this application
        "6000030000600000020000080000200000008000", // not this version
        "600003000060000001000A080000200000008000", // no digits
        "6000030000600000010000081000200000008000", // an answer
        "6000030000600000010000FFFF00200000008000", // no type at all
        "600003000060000001000008000000000000000000" // no fields
      })
  void saysNothingToWhatIsNoRequest(String hex) {
    FrameException refusal = refusal(HexFormat.of().parseHex(hex), Scenario.session());
    assertThat(refusal.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(refusal.answer()).isNull();
  }

  @Test
  void saysNothingToAFrameThatIsTooLong() {
    byte[] frame = Arrays.copyOf(Requests.signed(Requests.payment()), 2501);
    assertThat(refusal(frame, Scenario.session()).answer()).isNull();
  }

  @ParameterizedTest
  @MethodSource("wrongContent")
  void refusesWrongContentOfAnAuthenticMessageWithASignedAnswer(Consumer<PosMessage> change)
      throws ProtocolException {
    PosMessage message = Requests.payment();
    change.accept(message);
    FrameException refusal = refusal(Requests.signed(message), Scenario.session());
    assertThat(refusal.kind()).isEqualTo(Kind.MALFORMED);
    PosMessage answer = PosMessage.parse(refusal.answer());
    assertThat(answer.text(39)).isEqualTo("30");
    assertThat(Requests.sign(refusal.answer())).isEqualTo(refusal.answer());
  }

  static Stream<Consumer<PosMessage>> wrongContent() {
    return Stream.of(
        message -> message.set(4, "000000000000"),
        message -> message.set(4, (byte[]) null),
        message -> message.set(48, (byte[]) null),
        message -> message.set(48, ""),
        message -> message.set(48, "01-0000001"),
        message -> message.set(49, "840"),
        message -> message.set(39, "00"),
        message -> message.set(61, "000001000001"),
        message -> message.set(63, new byte[] {1}));
  }

  @ParameterizedTest
  @MethodSource("wrongForm")
  void refusesAWrongFormWhoseBasicsCanBeRead(Consumer<PosMessage> change) throws ProtocolException {
    PosMessage message = Requests.payment();
    change.accept(message);
    FrameException refusal = refusal(Requests.signed(message), Scenario.session());
    assertThat(refusal.kind()).isEqualTo(Kind.MALFORMED);
    PosMessage answer = PosMessage.parse(refusal.answer());
    assertThat(answer.text(39)).isEqualTo("30");
    assertThat(answer.text(11)).isEqualTo("000001");
    assertThat(answer.text(41)).isEqualTo(Scenario.TERMINAL);
    assertThat(answer.has(64)).isFalse();
  }

  static Stream<Consumer<PosMessage>> wrongForm() {
    return Stream.of(
        message -> message.set(42, (byte[]) null),
        message -> message.set(42, "A 001"),
        message -> message.set(48, new byte[] {'0', 0, '1'}),
        message -> message.set(48, "123456789012345678901"),
        message -> message.set(60, (byte[]) null),
        message -> message.set(60, "0100000010"),
        message -> message.set(60, HexFormat.of().parseHex("01000000A002")),
        message -> message.set(63, new byte[1000]));
  }

  @Test
  void refusesBytesBehindTheLastField() throws ProtocolException {
    byte[] frame = Requests.signed(Requests.payment());
    byte[] longer = Arrays.copyOf(frame, frame.length + 1);
    FrameException refusal = refusal(longer, Scenario.session());
    assertThat(PosMessage.parse(refusal.answer()).text(39)).isEqualTo("30");
  }

  @Test
  void refusesASecondBitmap() throws ProtocolException {
    byte[] frame = Requests.signed(Requests.payment());
    frame[13] |= (byte) 0x80;
    FrameException refusal = refusal(frame, Scenario.session());
    assertThat(PosMessage.parse(refusal.answer()).text(39)).isEqualTo("30");
  }

  @Test
  void saysNothingIfNeitherTerminalNorTraceNumberIsKnown() {
    PosMessage message = Requests.payment().set(11, (byte[]) null).set(60, (byte[]) null);
    message.set(48, new byte[] {0});
    assertThat(refusal(Requests.signed(message), Scenario.session()).answer()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0100", "0220", "0320", "0500", "0820"})
  void refusesAServiceThatDoesNotExist(String type) throws ProtocolException {
    PosMessage message = new PosMessage(type);
    Requests.payment().fields().forEach(message::set);
    FrameException refusal = refusal(message.frame(), Scenario.session());
    assertThat(refusal.kind()).isEqualTo(Kind.UNSUPPORTED);
    PosMessage answer = PosMessage.parse(refusal.answer());
    assertThat(answer.text(39)).isEqualTo("12");
    assertThat(Integer.parseInt(answer.type())).isEqualTo(Integer.parseInt(type) + 10);
  }

  @Test
  void refusesAProcessingCodeOrFunctionThatDoesNotExist() throws ProtocolException {
    PosMessage processing = Requests.payment().set(3, "200000");
    PosMessage function = Requests.payment().set(60, "010000001999");
    for (PosMessage message : new PosMessage[] {processing, function}) {
      FrameException refusal = refusal(Requests.signed(message), Scenario.session());
      assertThat(refusal.kind()).isEqualTo(Kind.UNSUPPORTED);
      assertThat(PosMessage.parse(refusal.answer()).text(39)).isEqualTo("12");
    }
  }

  @Test
  void asksForASignOnIfTheCodeIsMissing() throws ProtocolException {
    FrameException refusal = refusal(Requests.payment().frame(), Scenario.session());
    assertRefused(refusal, "A0");
    assertThat(refusal.answer()[7]).isEqualTo((byte) 0x04);
  }

  @Test
  void asksForASignOnIfThereIsNoKey() throws ProtocolException {
    FakeSession session = new FakeSession().with(Scenario.TERMINAL, null);
    FrameException refusal = refusal(Requests.signed(Requests.payment()), session);
    assertRefused(refusal, "A0");
    assertThat(refusal.answer()[7]).isEqualTo((byte) 0x04);
  }

  @Test
  void refusesATerminalThatNobodyKnows() throws ProtocolException {
    assertRefused(refusal(Requests.signed(Requests.payment()), new FakeSession()), "97");
  }

  @Test
  void refusesWhatCannotBeChecked() throws ProtocolException {
    FakeSession session = Scenario.session().unavailable();
    assertRefused(refusal(Requests.signed(Requests.payment()), session), "96");
  }

  @Test
  void noticesEveryBitThatIsFlippedOnTheWay() {
    byte[] frame = Requests.signed(Requests.payment());
    for (int bit = 11 * 8; bit < frame.length * 8; bit++) {
      byte[] changed = frame.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> adapter.decode(changed, Scenario.session()))
          .as("bit %d", bit)
          .isInstanceOf(FrameException.class);
    }
  }

  @Test
  void checksTheCodeOfAnEchoThatHasOne() throws ProtocolException {
    PosMessage echo = Requests.terminal().echoRequest().set(64, new byte[8]);
    assertRefused(refusal(echo.frame(), Scenario.session()), "A0");
  }

  @Test
  void refusesAWrongTimeZoneNamingTheSetting() {
    PosConfiguration configuration =
        new PosConfiguration() {
          @Override
          public Class<PosConfiguration> annotationType() {
            return PosConfiguration.class;
          }

          @Override
          public String timeZone() {
            return "Mars/Olympus";
          }
        };
    assertThatThrownBy(() -> new PosAdapter(configuration))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.gridtill.adapter.pos")
        .hasMessageContaining("timeZone");
  }

  private static void assertRefused(FrameException refusal, String code) throws ProtocolException {
    assertThat(refusal.kind()).isEqualTo(Kind.NOT_AUTHENTIC);
    PosMessage answer = PosMessage.parse(refusal.answer());
    assertThat(answer.text(39)).isEqualTo(code);
    assertThat(answer.has(64)).isFalse();
  }

  private FrameException refusal(byte[] frame, FakeSession session) {
    return catchThrowableOfType(FrameException.class, () -> adapter.decode(frame, session));
  }
}
