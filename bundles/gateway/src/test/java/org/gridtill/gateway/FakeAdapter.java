package org.gridtill.gateway;

import java.nio.charset.StandardCharsets;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;

/**
 * Speaks words: ECHO, SIGNON, PAY, QUERY, REVERSE, FIND and, for what goes wrong, SLOPPY (pays
 * without a check), OTHER (checks another terminal), WRONG (checks, finds it wrong and goes on),
 * MALFORMED, ANSWERED, BUG, NULL, ENCODEBUG, EMPTY, BIG. The answer is the request's word, a colon,
 * and the reply's kind or reason.
 */
final class FakeAdapter implements TerminalAdapter {

  static final int BIG = 60_000;
  static final Origin ORIGIN = new Origin("T1", "A1", "000001", "000001");

  private static final Money AMOUNT = Money.ofFen(100);
  private static final byte[] RIGHT = {1, 0, 0, 0, 0, 0, 0, 0};
  private static final byte[] WRONG = new byte[8];

  volatile TerminalSession lastSession;

  @Override
  public Request decode(byte[] frame, TerminalSession session) throws FrameException {
    lastSession = session;
    String word = text(frame);
    frame[0] = '#'; // The gateway must not hand this on.
    return switch (word) {
      case "ECHO", "ENCODEBUG", "EMPTY", "BIG" -> new Request.Echo(ORIGIN);
      case "SIGNON" -> new Request.SignOn(ORIGIN);
      case "PAY" -> pay("T1", RIGHT, session);
      case "WRONG" -> pay("T1", WRONG, session);
      case "OTHER" -> pay("T2", RIGHT, session);
      case "SLOPPY" -> new Request.PayBills(ORIGIN, new ConsumerNo("1"), AMOUNT);
      case "SECONDWRONG" -> {
        session.verify("T1", frame, RIGHT);
        yield pay("T1", WRONG, session);
      }
      case "QUERY" -> {
        session.verify("T1", frame, RIGHT);
        yield new Request.QueryBills(ORIGIN, new ConsumerNo("1"));
      }
      case "REVERSE" -> {
        session.verify("T1", frame, RIGHT);
        yield new Request.Reverse(ORIGIN, "000001", "000000", AMOUNT);
      }
      case "FIND" -> {
        session.verify("T1", frame, RIGHT);
        yield new Request.QueryTransaction(ORIGIN, "000001", "000000");
      }
      case "OPEN" -> {
        session.verify("T1", frame, RIGHT);
        yield new ShiftRequest.Open(ORIGIN, "", new byte[8], new byte[0], "", "");
      }
      case "STRANGER" -> new ShiftRequest.Open(ORIGIN, "", new byte[8], new byte[0], "", "");
      case "CHALLENGE" -> {
        session.verify("T1", frame, RIGHT);
        yield new ShiftRequest.AskChallenge(ORIGIN);
      }
      case "CLOSE" -> {
        session.verify("T1", frame, RIGHT);
        yield new ShiftRequest.Close(ORIGIN, 1);
      }
      case "ANSWERED" ->
          throw new FrameException(FrameException.Kind.UNSUPPORTED, "no", bytes("SORRY"));
      case "NULL" -> null;
      case "BUG" -> throw new IllegalStateException("a bug");
      case "LINKAGE" -> throw new NoClassDefFoundError("gone");
      default -> throw new FrameException(FrameException.Kind.MALFORMED, "bad\r\nword");
    };
  }

  @Override
  public byte[] encode(byte[] requestFrame, Reply reply, TerminalSession session) {
    String word = text(requestFrame);
    return switch (word) {
      case "ENCODEBUG" -> throw new IllegalArgumentException("a bug");
      case "EMPTY" -> new byte[0];
      case "BIG" -> new byte[BIG];
      default ->
          bytes(
              word
                  + ":"
                  + (reply instanceof Reply.Refused refused
                      ? refused.reason().name()
                      : reply.getClass().getSimpleName()));
    };
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static Request pay(String terminal, byte[] mac, TerminalSession session) {
    session.verify(terminal, bytes("data"), mac);
    return new Request.PayBills(ORIGIN, new ConsumerNo("1"), AMOUNT);
  }
}
