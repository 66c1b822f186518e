package org.gridtill.adapter.pos;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.adapter.SelfCheck;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.FrameException.Kind;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Speaks to POS handhelds: ISO 8583:1987 in the style of China UnionPay, as {@code
 * docs/pos-iso8583.md} lays it down.
 */
@Component(configurationPid = PosConfiguration.PID)
@Designate(ocd = PosConfiguration.class)
@GridTillAdapter(adapter = "pos", vendor = "GridTill")
public final class PosAdapter implements TerminalAdapter, SelfCheck {

  private final PosCodec codec = new PosCodec();
  private final Authentication authentication = new Authentication(codec);
  private final ReplyWriter replies;

  /**
   * Makes the adapter.
   *
   * @throws IllegalArgumentException if a setting is wrong, naming it
   */
  @Activate
  public PosAdapter(PosConfiguration configuration) {
    this(zone(configuration.timeZone()));
  }

  PosAdapter(ZoneId zone) {
    replies = new ReplyWriter(zone);
  }

  @Override
  public Request decode(byte[] frame, TerminalSession session) throws FrameException {
    Envelope envelope = envelope(frame);
    byte[] bytes = Envelope.message(frame);
    PosMessage message = message(envelope, bytes);
    if (!Service.isComplete(message)) {
      if (!message.isAnswerable()) {
        throw new FrameException(Kind.MALFORMED, "terminal or trace number is missing");
      }
      throw refusal(envelope, message, ResponseCode.FORMAT_ERROR, "a field is missing");
    }
    Service service =
        Service.of(message)
            .orElseThrow(
                () -> refusal(envelope, message, ResponseCode.UNSUPPORTED, "no such service"));
    Origin origin = origin(envelope, message);
    if (service.authenticated() || message.has(Field.MAC)) {
      authenticate(envelope, message, bytes, session);
    }
    try {
      return RequestReader.request(service, origin, message);
    } catch (IllegalArgumentException e) {
      PosMessage answer = Answer.refusing(message, ResponseCode.FORMAT_ERROR, e.getMessage());
      byte[] signed = authentication.signed(session, answer);
      throw new FrameException(Kind.MALFORMED, e.getMessage(), envelope.answer(signed, false));
    }
  }

  @Override
  public byte[] encode(byte[] requestFrame, Reply reply, TerminalSession session) {
    try {
      Envelope envelope = Envelope.of(requestFrame);
      PosMessage request = codec.parse(Envelope.message(requestFrame));
      PosMessage answer = replies.answer(request, reply);
      boolean signOnAgain =
          answer.text(Field.RESPONSE_CODE).equals(ResponseCode.NOT_AUTHENTIC.code());
      return envelope.answer(authentication.signed(session, answer), signOnAgain);
    } catch (FormatException e) {
      throw new IllegalArgumentException("not a frame that was accepted", e);
    }
  }

  @Override
  public Optional<String> selfCheck() {
    return Trial.of(this);
  }

  private static Envelope envelope(byte[] frame) throws FrameException {
    try {
      return Envelope.of(frame);
    } catch (FormatException e) {
      throw new FrameException(Kind.MALFORMED, e.getMessage());
    }
  }

  private PosMessage message(Envelope envelope, byte[] bytes) throws FrameException {
    try {
      return codec.parse(bytes);
    } catch (FormatException e) {
      PosMessage basics =
          codec
              .parseBasics(bytes)
              .orElseThrow(() -> new FrameException(Kind.MALFORMED, e.getMessage()));
      throw refusal(envelope, basics, ResponseCode.FORMAT_ERROR, e.getMessage());
    }
  }

  private Origin origin(Envelope envelope, PosMessage message) throws FrameException {
    try {
      return RequestReader.origin(message);
    } catch (IllegalArgumentException e) {
      throw refusal(envelope, message, ResponseCode.FORMAT_ERROR, e.getMessage());
    }
  }

  private void authenticate(
      Envelope envelope, PosMessage message, byte[] bytes, TerminalSession session)
      throws FrameException {
    if (!message.has(Field.MAC)) {
      throw refusal(envelope, message, ResponseCode.NOT_AUTHENTIC, "field 64 is missing");
    }
    String terminalCode = message.text(Field.TERMINAL);
    switch (Authentication.verify(session, terminalCode, bytes)) {
      case VALID -> {}
      case INVALID ->
          throw refusal(envelope, message, ResponseCode.NOT_AUTHENTIC, "field 64 is wrong");
      case NO_KEY -> throw refusal(envelope, message, ResponseCode.NOT_AUTHENTIC, "not signed on");
      case UNKNOWN_TERMINAL ->
          throw refusal(envelope, message, ResponseCode.UNKNOWN_TERMINAL, "unknown terminal");
      default ->
          throw refusal(envelope, message, ResponseCode.SYSTEM_ERROR, "field 64 not checked");
    }
  }

  /** Returns the exception for a message that nothing has found authentic. */
  private FrameException refusal(
      Envelope envelope, PosMessage message, ResponseCode code, String text) {
    boolean signOnAgain = code == ResponseCode.NOT_AUTHENTIC;
    byte[] answer = codec.write(Answer.refusing(message, code, text));
    return new FrameException(kind(code), text, envelope.answer(answer, signOnAgain));
  }

  private static Kind kind(ResponseCode code) {
    return switch (code) {
      case FORMAT_ERROR -> Kind.MALFORMED;
      case UNSUPPORTED -> Kind.UNSUPPORTED;
      default -> Kind.NOT_AUTHENTIC;
    };
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          PosConfiguration.PID + ": timeZone is no time zone: " + name, e);
    }
  }
}
