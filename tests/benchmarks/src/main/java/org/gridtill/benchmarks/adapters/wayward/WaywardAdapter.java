package org.gridtill.benchmarks.adapters.wayward;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;

/**
 * Misbehaves as the frame says, ignoring interrupts: {@code throws}, {@code loops FILE}, {@code
 * blocks FILE} as long as that file exists, so that it can be ended when it is let alone and no
 * frame reaches it; or is good, and says that the terminal lives: {@code floods TERMINAL AGENCY
 * TRACE}.
 */
public final class WaywardAdapter implements TerminalAdapter {

  private static final String BATCH = "000001";
  private static final int TURNS = 1_000_000;
  private static final long PAUSE_NANOS = 50_000_000;

  @Override
  public Request decode(byte[] frame, TerminalSession session) throws FrameException {
    String[] words = new String(frame, StandardCharsets.UTF_8).split(" ");
    switch (words[0]) {
      case "throws" -> throw new IllegalStateException("as it was told");
      case "loops" -> loop(Path.of(words[1]));
      case "blocks" -> block(Path.of(words[1]));
      case "floods" -> {
        return new Request.Echo(new Origin(words[1], words[2], BATCH, words[3]));
      }
      default -> throw new FrameException(FrameException.Kind.MALFORMED, "unknown word");
    }
    throw new FrameException(FrameException.Kind.UNSUPPORTED, "its time is over");
  }

  private static void loop(Path file) {
    while (Files.exists(file)) {
      for (int i = 0; i < TURNS; i++) {
        Thread.onSpinWait();
      }
    }
  }

  private static void block(Path file) {
    while (Files.exists(file)) {
      LockSupport.parkNanos(PAUSE_NANOS);
      // With an interrupt that stays it would loop.
      Thread.interrupted();
    }
  }

  @Override
  public byte[] encode(byte[] requestFrame, Reply reply, TerminalSession session) {
    return (reply instanceof Reply.Refused ? "NO" : "OK").getBytes(StandardCharsets.US_ASCII);
  }
}
