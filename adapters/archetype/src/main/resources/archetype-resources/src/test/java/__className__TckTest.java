package ${package};

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.gridtill.api.tck.TerminalAdapterTck;
import org.gridtill.api.tck.TerminalExample;

/** The compatibility kit, on the examples of PROTOCOL.md. */
class ${className}TckTest extends TerminalAdapterTck {

  private static final Instant TIME = Instant.parse("2026-11-24T02:15:30Z");
  private static final Origin ORIGIN = new Origin("K0000001", "A001", "000001", "000007");
  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000001");
  private static final Money DUE = Money.parse("86.40");
  private static final SerialNo SERIAL = SerialNo.of(4711);

  @Override
  protected TerminalAdapter adapter() {
    return new ${className}();
  }

  @Override
  protected List<TerminalExample> examples() {
    return List.of(signOn(), bills(), pay(), inDoubt(), refused());
  }

  private static TerminalExample signOn() {
    Reply.WrappedKey key = new Reply.WrappedKey(new byte[16], new byte[4]);
    return new TerminalExample(
        "sign-on",
        text(request("sign-on", "")),
        new Request.SignOn(ORIGIN),
        new Reply.SignedOn(TIME, "000002", key, key),
        text(
            "trace=000007\nstatus=ok\nbatch=000002\nkey=%s\ncheck=%s\n"
                .formatted("00".repeat(16), "00".repeat(4))));
  }

  private static TerminalExample bills() {
    Receivable bill = new Receivable("R1", YearMonth.of(2026, 10), DUE, Money.ZERO);
    return new TerminalExample(
        "bills",
        signed(request("bills", "consumer=0100000001\n")),
        new Request.QueryBills(ORIGIN, CONSUMER),
        new Reply.Bills(TIME, new BillStatement(CONSUMER, "张三", "", List.of(bill))),
        signed("trace=000007\nstatus=ok\nname=张三\ndue=86.40\n"));
  }

  private static TerminalExample pay() {
    Reply.Payment payment =
        new Reply.Payment(
            TransactionKind.BILL_PAYMENT,
            SERIAL,
            TIME,
            LocalDate.of(2026, 11, 24),
            CONSUMER,
            "张三",
            DUE,
            "A001-0000000042",
            "RECEIPT\n86.40",
            null,
            null);
    return paying(
        "pay",
        new Reply.Paid(payment),
        "status=ok\nserial=000000004711\nreceipt=RECEIPT\nreceipt=86.40\n");
  }

  private static TerminalExample inDoubt() {
    return paying(
        "in doubt", new Reply.InDoubt(TIME, SERIAL), "status=in-doubt\nserial=000000004711\n");
  }

  private static TerminalExample refused() {
    return paying(
        "refused",
        new Reply.Refused(TIME, Refusal.AMOUNT_NOT_DUE, "86.50 is due."),
        "status=refused\nreason=AMOUNT_NOT_DUE\ntext=86.50 is due.\n");
  }

  private static TerminalExample paying(String name, Reply reply, String answer) {
    return new TerminalExample(
        name,
        signed(request("pay", "consumer=0100000001\namount=86.40\n")),
        new Request.PayBills(ORIGIN, CONSUMER, DUE),
        reply,
        signed("trace=000007\n" + answer));
  }

  private static String request(String name, String lines) {
    return "request="
        + name
        + "\nterminal=K0000001\nagency=A001\nbatch=000001\ntrace=000007\n"
        + lines;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] signed(String text) {
    String code = HexFormat.of().withUpperCase().formatHex(mac(text(text)));
    return text(text + "mac=" + code + "\n");
  }

  /** Stands for the platform's codes, whose keys no adapter has. */
  private static byte[] mac(byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(data);
    return text("%08x".formatted(sum.getValue()));
  }

  @Override
  protected TerminalSession session() {
    return new TerminalSession() {
      private boolean valid;

      @Override
      public String remoteAddress() {
        return "192.0.2.1";
      }

      @Override
      public Verification verify(String terminalCode, byte[] data, byte[] mac) {
        valid = Arrays.equals(mac(data), mac);
        return valid ? Verification.VALID : Verification.INVALID;
      }

      @Override
      public byte[] sign(byte[] data) {
        return valid ? mac(data) : new byte[0];
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
