package org.gridtill.api.adapter.text;

import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.FrameException.Kind;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An adapter to terminals that speak in lines of text, see {@link TextMessage}. It reads and writes
 * the lines and sees to the message authentication codes; the author tells what messages mean.
 *
 * <p>A request that must be authentic ends with a line {@code mac=}, over all that stands before
 * it, and so does the answer to it. An answer begins with the request's {@code trace}, and then
 * tells its {@code status}: {@code ok}, {@code refused} with a reason, or whatever the author says.
 *
 * <p><b>Threads:</b> as with every {@link TerminalAdapter}, many threads at once; this class has no
 * state, and neither should those that extend it.
 */
@ConsumerType
public abstract class TextAdapter implements TerminalAdapter {

  /** The name of the line that an answer repeats from its request. */
  private static final String TRACE = "trace";

  /** Makes an adapter. */
  protected TextAdapter() {}

  /**
   * Tells what a message asks for.
   *
   * @param message what the terminal sent; nobody has checked yet that it did
   * @return the request, never null
   * @throws IllegalArgumentException if the message is none of the protocol's; its text names what
   *     is wrong, and reaches the terminal
   */
  protected abstract Request request(TextMessage message);

  /**
   * Tells what to answer.
   *
   * @param reply what the platform replies; never a {@link Reply.Refused}, which is answered
   *     already
   * @return the answer, never null; {@code refused(Refusal.SYSTEM_ERROR, ...)} for a reply that
   *     this adapter does not know
   */
  protected abstract TextMessage answer(Reply reply);

  /** Begins the answer to a request that was granted. */
  protected static TextMessage ok() {
    return TextMessage.of("status", "ok");
  }

  /**
   * Makes the answer to a request that was refused.
   *
   * @param reason why
   * @param text one sentence for the person at the terminal
   */
  protected static TextMessage refused(Refusal reason, String text) {
    return refused(reason.name(), text);
  }

  private static TextMessage refused(String reason, String text) {
    return TextMessage.of("status", "refused").with("reason", reason).with("text", text);
  }

  @Override
  public final Request decode(byte[] frame, TerminalSession session) throws FrameException {
    TextFrame read;
    try {
      read = TextFrame.parse(frame);
    } catch (IllegalArgumentException e) {
      throw malformed(TextMessage.of(TRACE, ""), e);
    }
    Request request;
    try {
      request = request(read.message());
    } catch (IllegalArgumentException e) {
      throw malformed(trace(read), e);
    }
    if (request.mustBeAuthentic() || read.hasCode()) {
      authenticate(read, request.origin().terminalCode(), session);
    }
    return request;
  }

  @Override
  public final byte[] encode(byte[] requestFrame, Reply reply, TerminalSession session) {
    TextMessage answer =
        reply instanceof Reply.Refused refused
            ? refused(refused.reason(), refused.text())
            : answer(reply);
    return TextFrame.signed(trace(TextFrame.parse(requestFrame)).with(answer), session);
  }

  private static void authenticate(TextFrame frame, String terminalCode, TerminalSession session)
      throws FrameException {
    if (!frame.hasCode()) {
      throw notAuthentic(frame, Refusal.BAD_MAC, "mac is missing");
    }
    switch (frame.verify(terminalCode, session)) {
      case VALID -> {}
      case INVALID -> throw notAuthentic(frame, Refusal.BAD_MAC, "mac is wrong");
      case NO_KEY -> throw notAuthentic(frame, Refusal.NOT_SIGNED_ON, "not signed on");
      case UNKNOWN_TERMINAL ->
          throw notAuthentic(frame, Refusal.UNKNOWN_TERMINAL, "unknown terminal");
      default -> throw notAuthentic(frame, Refusal.SYSTEM_ERROR, "mac not checked");
    }
  }

  /** Returns the line that tells the terminal to which request an answer belongs. */
  private static TextMessage trace(TextFrame frame) {
    TextMessage message = frame.message();
    return TextMessage.of(TRACE, message.has(TRACE) ? message.texts(TRACE).get(0) : "");
  }

  private static FrameException malformed(TextMessage trace, IllegalArgumentException e) {
    String what = String.valueOf(e.getMessage());
    return new FrameException(Kind.MALFORMED, what, trace.with(refused("MALFORMED", what)).bytes());
  }

  private static FrameException notAuthentic(TextFrame frame, Refusal reason, String text) {
    return new FrameException(
        Kind.NOT_AUTHENTIC, text, trace(frame).with(refused(reason, text)).bytes());
  }
}
