package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;
import org.gridtill.simulator.pos.PosMessage;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frames of POS terminals, down to cards and shifts. Each is read as it came, and once more with a
 * right code at its end, since most of the adapter lies behind the code.
 */
class FuzzPosAdapterTest {

  private static final int LENGTH_BYTES = 2;

  private final PosAdapter adapter = new PosAdapter(ZoneOffset.UTC);
  private final PosCodec codec = new PosCodec();

  static Stream<byte[]> frames() {
    return Inputs.documentedFrames().stream()
        .map(frame -> Arrays.copyOfRange(frame, LENGTH_BYTES, frame.length));
  }

  @MethodSource("frames")
  @FuzzTest
  void frame(byte[] data) throws Exception {
    if (data == null) {
      return;
    }
    Effort.bounded(data.length, () -> handle(data));
    byte[] signed = OneKeySession.signed(data);
    Effort.bounded(signed.length, () -> handle(signed));
  }

  /** Tells whether the frame was accepted; anything but the documented exception gets out. */
  private boolean handle(byte[] frame) throws Exception {
    OneKeySession session = new OneKeySession();
    try {
      Request request = adapter.decode(frame.clone(), session);
      String terminal = request.origin().terminalCode();
      if (request.mustBeAuthentic()) {
        assertThat(session.foundAuthentic(terminal, frame)).as("the code was checked").isTrue();
      }
      // Two readers that know nothing of each other must agree on who sent it.
      assertThat(PosMessage.parse(frame).text(41)).isEqualTo(terminal);
      byte[] message = Envelope.message(frame);
      assertThat(codec.write(codec.parse(message))).isEqualTo(message);
      Reply reply = new Reply.Refused(Instant.EPOCH, Refusal.SYSTEM_ERROR, "no");
      requireAnswer(adapter.encode(frame.clone(), reply, session));
      return true;
    } catch (FrameException e) {
      if (e.answer() != null) {
        requireAnswer(e.answer());
      }
      return false;
    }
  }

  private static void requireAnswer(byte[] answer) throws Exception {
    assertThat(PosMessage.parse(answer).has(39)).as("a response code").isTrue();
  }
}
