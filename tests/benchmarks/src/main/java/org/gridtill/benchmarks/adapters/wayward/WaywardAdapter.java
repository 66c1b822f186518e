package org.gridtill.benchmarks.adapters.wayward;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;

/**
 * Misbehaves as the frame says, ignoring interrupts: {@code throws}, {@code loops UNTIL}, {@code
 * blocks UNTIL} by the clock in milliseconds, so that what it does ends with the measurement; or is
 * good, and says that the terminal lives: {@code floods TERMINAL AGENCY TRACE}.
 */
public final class WaywardAdapter implements TerminalAdapter {

  private static final String BATCH = "000001";

  @Override
  public Request decode(byte[] frame, TerminalSession session) throws FrameException {
    String[] words = new String(frame, StandardCharsets.US_ASCII).split(" ");
    switch (words[0]) {
      case "throws" -> throw new IllegalStateException("as it was told");
      case "loops" -> loop(Long.parseLong(words[1]));
      case "blocks" -> block(Long.parseLong(words[1]));
      case "floods" -> {
        return new Request.Echo(new Origin(words[1], words[2], BATCH, words[3]));
      }
      default -> throw new FrameException(FrameException.Kind.MALFORMED, "unknown word");
    }
    throw new FrameException(FrameException.Kind.UNSUPPORTED, "its time is over");
  }

  private static void loop(long until) {
    while (System.currentTimeMillis() < until) {
      Thread.onSpinWait();
    }
  }

  private static void block(long until) {
    for (long left; (left = until - System.currentTimeMillis()) > 0; ) {
      LockSupport.parkNanos(left * 1_000_000);
      // An interrupt that stays would make it loop.
      Thread.interrupted();
    }
  }

  @Override
  public byte[] encode(byte[] requestFrame, Reply reply, TerminalSession session) {
    return (reply instanceof Reply.Refused ? "NO" : "OK").getBytes(StandardCharsets.US_ASCII);
  }
}
