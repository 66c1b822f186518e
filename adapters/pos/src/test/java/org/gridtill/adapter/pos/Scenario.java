package org.gridtill.adapter.pos;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.WrappedKey;
import org.gridtill.api.adapter.terminal.Request;

/** What the documented examples mean to the platform: the request, and what it replies. */
final class Scenario {

  static final String TERMINAL = "T0000001";
  static final String AGENCY = "A001";
  static final byte[] MASTER_KEY = hex("0123456789ABCDEFFEDCBA9876543210");
  static final byte[] PIN_KEY = hex("00112233445566778899AABBCCDDEEFF");
  static final byte[] MAC_KEY = hex("A1B2C3D4E5F60718293A4B5C6D7E8F90");

  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000001");
  private static final Money DUE = Money.parse("215.84");
  static final Instant TIME = Instant.parse("2026-11-24T02:15:30Z");
  private static final SerialNo SERIAL = SerialNo.of(4711);

  private static final Reply.Payment PAYMENT =
      new Reply.Payment(
          TransactionKind.BILL_PAYMENT,
          SERIAL,
          TIME,
          LocalDate.of(2026, 11, 24),
          CONSUMER,
          "张三",
          DUE,
          "A001-0000000042",
          "ELECTRICITY PAYMENT RECEIPT\nReceipt A001-0000000042\n张三\nPAID (yuan) 215.84",
          null,
          null);

  private static final List<Example> BILL_EXAMPLES =
      List.of(
          new Example(
              "sign-on",
              new Request.SignOn(origin("000101")),
              new Reply.SignedOn(TIME, "000001", wrap(PIN_KEY), wrap(MAC_KEY))),
          new Example("echo", new Request.Echo(origin("000102")), new Reply.Alive(TIME)),
          new Example("query", new Request.QueryBills(origin("000103"), CONSUMER), bills()),
          new Example(
              "pay",
              new Request.PayBills(origin("000104"), CONSUMER, DUE),
              new Reply.Paid(PAYMENT)),
          new Example(
              "pay-refused",
              new Request.PayBills(origin("000105"), CONSUMER, DUE),
              new Reply.Refused(
                  TIME, Refusal.CREDIT_EXHAUSTED, "The agency's credit limit is exhausted.")),
          new Example(
              "pay-in-doubt",
              new Request.PayBills(origin("000106"), CONSUMER, DUE),
              new Reply.InDoubt(TIME, SerialNo.of(4712))),
          new Example(
              "last",
              new Request.QueryTransaction(origin("000107"), "000001", "000104"),
              new Reply.TransactionFound(TIME, Reply.TransactionFound.Status.COMPLETED, PAYMENT)),
          new Example(
              "reverse",
              new Request.Reverse(origin("000108"), "000001", "000104", DUE),
              new Reply.Reversed(TIME, SerialNo.of(4713))),
          new Example("bad-mac", null, null),
          new Example(
              "pay-months",
              new Request.PayBills(
                  origin("000110", "C0017"),
                  CONSUMER,
                  Money.parse("105.84"),
                  List.of(YearMonth.of(2026, 9))),
              new Reply.Paid(
                  payment(
                      TransactionKind.BILL_PAYMENT,
                      4714,
                      "105.84",
                      "ELECTRICITY PAYMENT RECEIPT\n2026-09\nPAID (yuan) 105.84"))),
          new Example(
              "void",
              new Request.Reverse(
                  origin("000111", "C0017"),
                  "000001",
                  "000110",
                  Money.parse("105.84"),
                  Request.Cause.COLLECTOR,
                  null),
              new Reply.Reversed(TIME, SerialNo.of(4715))),
          new Example(
              "prepay",
              new Request.Prepay(origin("000112", "C0017"), CONSUMER, Money.parse("50.00")),
              new Reply.Paid(
                  payment(
                      TransactionKind.PREPAYMENT,
                      4716,
                      "50.00",
                      "PREPAYMENT RECEIPT\nPREPAID (yuan) 50.00"))));

  /** The same as the examples of that name without the prefix, but for a terminal with AES. */
  private static final List<Example> AES_EXAMPLES =
      List.of(
          new Example(
              "aes-sign-on",
              new Request.SignOn(origin("000101")),
              new Reply.SignedOn(TIME, "000001", wrapAes(PIN_KEY), wrapAes(MAC_KEY))),
          new Example("aes-echo", new Request.Echo(origin("000102")), new Reply.Alive(TIME)),
          new Example(
              "aes-pay",
              new Request.PayBills(origin("000104"), CONSUMER, DUE),
              new Reply.Paid(PAYMENT)));

  /** Those of a terminal with X9.19. */
  static final List<Example> EXAMPLES =
      Stream.concat(BILL_EXAMPLES.stream(), CardScenario.EXAMPLES.stream()).toList();

  /** Those of every suite. */
  static final List<Example> ALL = Stream.concat(EXAMPLES.stream(), AES_EXAMPLES.stream()).toList();

  private Scenario() {}

  /**
   * A documented exchange.
   *
   * @param name its name in the documentation
   * @param request what the request's frame means; null if it is refused before it has a meaning
   * @param reply what the platform replies
   */
  record Example(String name, Request request, Reply reply) {

    /** Returns a session of the terminal with the suite that the example is for. */
    FakeSession session() {
      return new FakeSession(cipher(name)).with(TERMINAL, MAC_KEY);
    }
  }

  /** Returns how codes are made in the examples of such a name. */
  static BinaryOperator<byte[]> cipher(String name) {
    return name.startsWith("aes-") ? TestAes::mac : TestDes::mac;
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  static WrappedKey wrap(byte[] key) {
    byte[] check = Arrays.copyOf(TestDes.ede(key, new byte[8]), 4);
    return new WrappedKey(TestDes.ede(MASTER_KEY, key), check);
  }

  static WrappedKey wrapAes(byte[] key) {
    return new WrappedKey(TestAes.encipher(MASTER_KEY, key), TestAes.checkValue(key));
  }

  static FakeSession session() {
    return new FakeSession().with(TERMINAL, MAC_KEY);
  }

  static Origin origin(String traceNo, String collectorCode) {
    return new Origin(TERMINAL, AGENCY, "000001", traceNo, collectorCode);
  }

  private static Origin origin(String traceNo) {
    return origin(traceNo, "");
  }

  private static Reply.Payment payment(
      TransactionKind kind, long serialNo, String yuan, String receipt) {
    return new Reply.Payment(
        kind,
        SerialNo.of(serialNo),
        TIME,
        LocalDate.of(2026, 11, 24),
        CONSUMER,
        "张三",
        Money.parse(yuan),
        "A001-000000" + serialNo,
        receipt,
        null,
        null);
  }

  private static Reply bills() {
    return new Reply.Bills(
        TIME,
        new BillStatement(
            CONSUMER,
            "张三",
            "滨河路12号",
            List.of(
                new Receivable(
                    "R1", YearMonth.of(2026, 9), Money.parse("103.20"), Money.parse("2.64")),
                new Receivable("R2", YearMonth.of(2026, 10), Money.parse("110.00"), Money.ZERO))));
  }
}
