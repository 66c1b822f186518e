package org.gridtill.api.tck.hello;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.FrameException.Kind;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;

/**
 * An adapter without a fault, to a terminal that can pay and nothing else: {@code PAY}, its code,
 * the trace number, the consumer, the amount in fen, and 8 bytes of code.
 */
public class HelloAdapter implements TerminalAdapter {

  private static final int MAC = 8;
  private static final Pattern FORM =
      Pattern.compile("PAY([0-9A-Z]{8})([0-9]{6})([0-9]{10})([0-9]{8})");

  @Override
  public Request decode(byte[] frame, TerminalSession session) throws FrameException {
    if (frame.length <= MAC) {
      throw new FrameException(Kind.MALFORMED, "too short", answer("??"));
    }
    byte[] data = Arrays.copyOf(frame, frame.length - MAC);
    Matcher fields = FORM.matcher(new String(data, StandardCharsets.ISO_8859_1));
    if (!fields.matches()) {
      throw new FrameException(Kind.MALFORMED, "not of the form", answer("??"));
    }
    byte[] mac = Arrays.copyOfRange(frame, frame.length - MAC, frame.length);
    if (!isAuthentic(fields.group(1), data, mac, session)) {
      throw new FrameException(Kind.NOT_AUTHENTIC, "wrong code", answer("NO"));
    }
    Money amount = Money.ofFen(fen(fields.group(4)));
    if (!amount.isPositive()) {
      throw new FrameException(Kind.MALFORMED, "no amount", answer("??"));
    }
    return new Request.PayBills(
        new Origin(fields.group(1), "A001", "000001", fields.group(2)),
        new ConsumerNo(fields.group(3)),
        amount);
  }

  /** Asks the platform. */
  protected boolean isAuthentic(String terminal, byte[] data, byte[] mac, TerminalSession session) {
    return session.verify(terminal, data, mac) == TerminalSession.Verification.VALID;
  }

  /** Reads an amount. */
  protected long fen(String digits) {
    return Long.parseLong(digits);
  }

  @Override
  public byte[] encode(byte[] requestFrame, Reply reply, TerminalSession session) {
    return answer(reply instanceof Reply.Paid ? "OK" : "NO");
  }

  private static byte[] answer(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
