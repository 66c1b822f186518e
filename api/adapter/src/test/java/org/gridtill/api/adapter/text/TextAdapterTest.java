package org.gridtill.api.adapter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.FrameException.Kind;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.gridtill.api.adapter.terminal.TerminalSession.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAdapterTest {

  private static final Instant TIME = Instant.parse("2026-11-24T02:15:30Z");
  private static final Origin ORIGIN = new Origin("K0000001", "A001", "000001", "000007");
  private static final String QUERY = "trace=000007\nconsumer=0100000001\n";
  private static final String CODE = "mac=0102030405060708\n";

  private final RecordingSession session = new RecordingSession();
  private final TextAdapter adapter = new Example();

  /** An echo, unless the message names a consumer. */
  private static final class Example extends TextAdapter {
    @Override
    protected Request request(TextMessage message) {
      return message.has("consumer")
          ? new Request.QueryBills(ORIGIN, message.consumer("consumer"))
          : new Request.Echo(ORIGIN);
    }

    @Override
    protected TextMessage answer(Reply reply) {
      return reply instanceof Reply.Alive ? ok() : refused(Refusal.SYSTEM_ERROR, "not served");
    }
  }

  /** Finds what it is told to find, and remembers what it was asked. */
  private static final class RecordingSession implements TerminalSession {

    private Verification finding = Verification.VALID;
    private String asked;

    @Override
    public String remoteAddress() {
      return "192.0.2.1";
    }

    @Override
    public Verification verify(String terminalCode, byte[] data, byte[] mac) {
      asked = terminalCode + '/' + text(data) + '/' + mac.length + mac[7];
      return finding;
    }

    @Override
    public byte[] sign(byte[] data) {
      return asked != null && finding == Verification.VALID
          ? new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) data.length}
          : new byte[0];
    }

    @Override
    public byte[] encipher(byte[] data) {
      throw new IllegalStateException("nothing is enciphered");
    }

    @Override
    public byte[] decipher(byte[] data) {
      throw new IllegalStateException("nothing is enciphered");
    }
  }

  @Test
  void theCodeCoversAllThatStandsBeforeIt() throws FrameException {
    assertThat(adapter.decode(bytes(QUERY + CODE), session))
        .isEqualTo(new Request.QueryBills(ORIGIN, new ConsumerNo("0100000001")));
    assertThat(session.asked).isEqualTo("K0000001/" + QUERY + "/88");
  }

  @Test
  void whatNeedsNoCodeIsTakenWithoutOne() throws FrameException {
    assertThat(adapter.decode(bytes("trace=000007\n"), session))
        .isEqualTo(new Request.Echo(ORIGIN));
    assertThat(session.asked).isNull();
  }

  @Test
  void aCodeThatIsThereIsNeverOverlooked() {
    session.finding = Verification.INVALID;
    FrameException refused = refusal("trace=000007\n" + CODE);
    assertThat(refused.kind()).isEqualTo(Kind.NOT_AUTHENTIC);
  }

  @Test
  void whatNeedsACodeIsRefusedWithoutOne() {
    FrameException refused = refusal(QUERY);
    assertThat(refused.kind()).isEqualTo(Kind.NOT_AUTHENTIC);
    assertThat(text(refused.answer()))
        .isEqualTo("trace=000007\nstatus=refused\nreason=BAD_MAC\ntext=mac is missing\n");
    assertThat(session.asked).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID, BAD_MAC",
    "NO_KEY, NOT_SIGNED_ON",
    "UNKNOWN_TERMINAL, UNKNOWN_TERMINAL",
    "UNAVAILABLE, SYSTEM_ERROR"
  })
  void theTerminalIsToldWhyItsCodeDoesNotCount(Verification finding, Refusal reason) {
    session.finding = finding;
    FrameException refused = refusal(QUERY + CODE);
    assertThat(refused.kind()).isEqualTo(Kind.NOT_AUTHENTIC);
    assertThat(text(refused.answer()))
        .startsWith("trace=000007\nstatus=refused\nreason=" + reason + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "a=b", "a=b\n\n", "a\n", CODE + "a=b\n", CODE + CODE, "mac=01\n"})
  void aFrameThatIsNoneIsRefused(String frame) {
    FrameException refused = refusal(frame);
    assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(text(refused.answer())).contains("status=refused\nreason=MALFORMED\n");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    FrameException refused =
        catchThrowableOfType(
            FrameException.class,
            () -> adapter.decode(new byte[] {'a', '=', (byte) 0xC3, '\n'}, session));
    assertThat(refused).hasMessage("not in UTF-8");
  }

  @Test
  void aMessageThatTheAuthorRefusesIsAnsweredWithItsTrace() {
    FrameException refused = refusal("trace=000007\nconsumer=?\n" + CODE);
    assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(text(refused.answer()))
        .startsWith("trace=000007\nstatus=refused\nreason=MALFORMED\ntext=a consumer number is ");
  }

  @Test
  void answersRepeatTheTraceAndAreSignedIfTheRequestWas() throws FrameException {
    byte[] frame = bytes(QUERY + CODE);
    adapter.decode(frame, session);
    assertThat(text(adapter.encode(frame, new Reply.Alive(TIME), session)))
        .isEqualTo("trace=000007\nstatus=ok\nmac=0000000000000017\n");
  }

  @Test
  void answersToWhatHadNoCodeHaveNone() throws FrameException {
    byte[] frame = bytes("trace=000007\n");
    adapter.decode(frame, session);
    assertThat(text(adapter.encode(frame, new Reply.Alive(TIME), session)))
        .isEqualTo("trace=000007\nstatus=ok\n");
  }

  @Test
  void refusalsAreAnsweredForTheAuthor() {
    Reply reply = new Reply.Refused(TIME, Refusal.NOTHING_DUE, "Nothing is due.");
    assertThat(text(adapter.encode(bytes(QUERY + CODE), reply, session)))
        .isEqualTo("trace=000007\nstatus=refused\nreason=NOTHING_DUE\ntext=Nothing is due.\n");
  }

  private FrameException refusal(String frame) {
    return catchThrowableOfType(FrameException.class, () -> adapter.decode(bytes(frame), session));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
