package org.gridtill.api.adapter.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.gridtill.fuzz.Effort;

/** Frames of lines of text, as every adapter reads them that speaks in such. */
class FuzzTextAdapterTest {

  private static final byte[] CODE = "rightone".getBytes(StandardCharsets.US_ASCII);

  @FuzzTest
  void frame(byte[] data) throws Exception {
    Effort.bounded(data.length, () -> handle(data));
  }

  private static boolean handle(byte[] data) throws Exception {
    Session session = new Session();
    SmallAdapter adapter = new SmallAdapter();
    try {
      Request request = adapter.decode(data.clone(), session);
      if (request.mustBeAuthentic()) {
        assertThat(session.valid).as("the code was checked").isTrue();
      }
      TextMessage message = TextFrame.parse(data).message();
      List<String> lines = List.of(message.toString().split("\n", -1));
      TextMessage again = TextMessage.parse(lines.subList(0, lines.size() - 1));
      assertThat(again.toString()).isEqualTo(message.toString());
      requireAnswer(
          adapter.encode(
              data.clone(),
              new Reply.Refused(Instant.EPOCH, Refusal.SYSTEM_ERROR, "no\nmac=x"),
              session));
      return true;
    } catch (FrameException e) {
      if (e.answer() != null) {
        requireAnswer(e.answer());
      }
      return false;
    }
  }

  /** What a terminal sent must not make lines of its own in the answer. */
  private static void requireAnswer(byte[] answer) {
    TextMessage message = TextFrame.parse(answer).message();
    assertThat(message.texts("status")).containsExactly("refused");
    assertThat(message.texts("reason")).hasSize(1);
  }

  private static final class SmallAdapter extends TextAdapter {

    @Override
    protected Request request(TextMessage message) {
      Origin origin =
          new Origin(
              message.text("terminal"),
              message.text("agency"),
              message.text("batch"),
              message.text("trace"),
              message.has("collector") ? message.text("collector") : "");
      if (message.text("do").equals("pay")) {
        return new Request.Prepay(origin, message.consumer("consumer"), message.amount("amount"));
      }
      return new Request.Echo(origin);
    }

    @Override
    protected TextMessage answer(Reply reply) {
      return ok();
    }
  }

  private static final class Session implements TerminalSession {

    private boolean valid;

    @Override
    public String remoteAddress() {
      return "192.0.2.1";
    }

    @Override
    public Verification verify(String terminalCode, byte[] data, byte[] mac) {
      valid = Arrays.equals(mac, CODE);
      return valid ? Verification.VALID : Verification.INVALID;
    }

    @Override
    public byte[] sign(byte[] data) {
      return valid ? CODE.clone() : new byte[0];
    }

    @Override
    public byte[] encipher(byte[] data) {
      throw new UnsupportedOperationException("nothing is enciphered");
    }

    @Override
    public byte[] decipher(byte[] data) {
      throw new UnsupportedOperationException("nothing is enciphered");
    }
  }
}
