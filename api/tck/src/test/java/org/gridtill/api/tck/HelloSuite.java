package org.gridtill.api.tck;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;

/** The suite on an adapter of these tests. */
class HelloSuite extends TerminalAdapterTck {

  private static final Instant TIME = Instant.parse("2026-11-24T02:15:30Z");

  @Override
  protected TerminalAdapter adapter() {
    return Examination.adapter(TerminalAdapter.class);
  }

  @Override
  protected String packageName() {
    return Examination.current().type().getPackageName();
  }

  @Override
  protected Path bundle() {
    return HelloBundle.of(
        Examination.current(),
        TerminalAdapter.class,
        "org.gridtill.api.adapter,org.gridtill.api.adapter.terminal");
  }

  @Override
  protected List<TerminalExample> examples() {
    return List.of(
        new TerminalExample(
            "paid", frame("000001", 1234), request("000001", 1234), paid(), bytes("OK")),
        new TerminalExample(
            "refused", frame("000002", 99), request("000002", 99), refused(), bytes("NO")));
  }

  private static byte[] frame(String trace, int fen) {
    byte[] data = bytes("PAYT0000001" + trace + "0100000001" + "%08d".formatted(fen));
    byte[] frame = Arrays.copyOf(data, data.length + 8);
    System.arraycopy(mac(data), 0, frame, data.length, 8);
    return frame;
  }

  private static Request request(String trace, int fen) {
    return new Request.PayBills(
        new Origin("T0000001", "A001", "000001", trace),
        new ConsumerNo("0100000001"),
        Money.ofFen(fen));
  }

  private static Reply paid() {
    return Replies.toPayment().get(1);
  }

  private static Reply refused() {
    return new Reply.Refused(TIME, Refusal.CREDIT_EXHAUSTED, "No.");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] mac(byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(data);
    return bytes("%08x".formatted(sum.getValue()));
  }

  @Override
  protected TerminalSession session() {
    return new TerminalSession() {
      @Override
      public String remoteAddress() {
        return "192.0.2.1";
      }

      @Override
      public Verification verify(String terminalCode, byte[] data, byte[] mac) {
        return Arrays.equals(mac(data), mac) ? Verification.VALID : Verification.INVALID;
      }

      @Override
      public byte[] sign(byte[] data) {
        return mac(data);
      }

      @Override
      public byte[] encipher(byte[] data) {
        throw new IllegalStateException("nothing is enciphered");
      }

      @Override
      public byte[] decipher(byte[] data) {
        throw new IllegalStateException("nothing is enciphered");
      }
    };
  }
}
