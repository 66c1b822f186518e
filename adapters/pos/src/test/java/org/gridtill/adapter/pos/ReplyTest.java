package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the terminal reads in the answer to each reply. */
class ReplyTest {

  private static final Instant TIME = Instant.parse("2026-12-31T23:59:58Z");
  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000001");
  private static final Map<Refusal, String> CODES =
      Map.ofEntries(
          Map.entry(Refusal.SYSTEM_ERROR, "96"),
          Map.entry(Refusal.UNKNOWN_TERMINAL, "97"),
          Map.entry(Refusal.TERMINAL_BLOCKED, "58"),
          Map.entry(Refusal.WRONG_AGENCY, "03"),
          Map.entry(Refusal.NOT_SIGNED_ON, "A0"),
          Map.entry(Refusal.BAD_MAC, "A0"),
          Map.entry(Refusal.CARD_REQUIRED, "D1"),
          Map.entry(Refusal.CARD_REFUSED, "D2"),
          Map.entry(Refusal.WRONG_PIN, "55"),
          Map.entry(Refusal.SIM_REFUSED, "D3"),
          Map.entry(Refusal.CERTIFICATE_REFUSED, "D4"),
          Map.entry(Refusal.DUPLICATE_KEY, "94"),
          Map.entry(Refusal.BLOCKED_BY_REVERSAL, "17"),
          Map.entry(Refusal.UNKNOWN_TRANSACTION, "25"),
          Map.entry(Refusal.NOT_REVERSIBLE, "21"),
          Map.entry(Refusal.AMOUNT_DIFFERS, "64"),
          Map.entry(Refusal.CARD_NOT_CLEARED, "C1"),
          Map.entry(Refusal.AUTHORIZATION_REQUIRED, "01"),
          Map.entry(Refusal.WRONG_CARD, "C2"),
          Map.entry(Refusal.CARD_NOT_INSERTED, "C3"),
          Map.entry(Refusal.PURCHASE_COUNT_DIFFERS, "C4"),
          Map.entry(Refusal.METER_TOOK_CREDIT, "C5"),
          Map.entry(Refusal.PARTIAL_NOT_ALLOWED, "N1"),
          Map.entry(Refusal.PREPAYMENT_NOT_ALLOWED, "N2"),
          Map.entry(Refusal.PURCHASE_OUT_OF_RANGE, "N3"),
          Map.entry(Refusal.ARREARS_FIRST, "N4"),
          Map.entry(Refusal.UNKNOWN_COLLECTOR, "56"),
          Map.entry(Refusal.AGENCY_SUSPENDED, "57"),
          Map.entry(Refusal.CREDIT_EXHAUSTED, "61"),
          Map.entry(Refusal.BILLING_UNAVAILABLE, "91"),
          Map.entry(Refusal.UNKNOWN_CONSUMER, "14"),
          Map.entry(Refusal.NOTHING_DUE, "N0"),
          Map.entry(Refusal.AMOUNT_NOT_DUE, "13"),
          Map.entry(Refusal.BILLING_REFUSED, "05"));

  private final PosAdapter adapter = new PosAdapter(ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void givesEachRefusalItsCode(Refusal refusal) throws Exception {
    PosMessage answer = answer(new Reply.Refused(TIME, refusal, "Because.\u0007"));
    assertThat(answer.text(39)).isEqualTo(CODES.get(refusal));
    assertThat(answer.text(63)).isEqualTo("Because. ");
    assertThat(answer.text(12)).isEqualTo("235958");
    assertThat(answer.text(13)).isEqualTo("1231");
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void givesEachStatusItsCode(Status status) throws Exception {
    Map<Status, String> codes =
        Map.of(
            Status.NOT_FOUND, "25",
            Status.IN_DOUBT, "09",
            Status.COMPLETED, "00",
            Status.DECLINED, "05",
            Status.REVERSED, "17");
    PosMessage answer = answer(new TransactionFound(TIME, status, null));
    assertThat(answer.text(39)).isEqualTo(codes.get(status));
    assertThat(answer.has(37)).isFalse();
  }

  @Test
  void answersAReplyItDoesNotKnowAsASystemError() throws Exception {
    assertThat(answer(new Reply() {}).text(39)).isEqualTo("96");
  }

  @Test
  void leavesTheCodeOutIfTheRequestWasNotVerified() throws Exception {
    byte[] request = Requests.signed(Requests.payment());
    byte[] answer = adapter.encode(request, new Reply.Alive(TIME), Scenario.session());
    assertThat(PosMessage.parse(answer).has(64)).isFalse();
  }

  @Test
  void refusesToAnswerAFrameThatItNeverAccepted() {
    assertThatThrownBy(
            () -> adapter.encode(new byte[20], new Reply.Alive(TIME), Scenario.session()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesWithoutASerialNumberThatThereIsNot() throws Exception {
    assertThat(answer(new Reply.Reversed(TIME, null)).has(37)).isFalse();
    assertThat(answer(new Reply.InDoubt(TIME, null)).has(37)).isFalse();
  }

  @Test
  void cutsAReceiptThatIsTooLongAfterAWholeCharacter() throws Exception {
    String receiptNo = "A".repeat(15) + "-0123456789";
    Reply.Payment payment = payment(receiptNo, "电".repeat(600));
    PosMessage answer = answer(new Reply.Paid(payment));
    assertThat(answer.bytes(63)).hasSize(998);
    assertThat(answer.text(63)).isEqualTo("电".repeat(499));
    assertThat(answer.text(44)).isEqualTo(receiptNo);
    assertThat(answer.text(15)).isEqualTo("0101");
  }

  @Test
  void leavesOutAReceiptNumberThatDoesNotFit() throws Exception {
    assertThat(answer(new Reply.Paid(payment("R".repeat(31), ""))).has(44)).isFalse();
    assertThat(answer(new Reply.Paid(payment("票据1", ""))).has(44)).isFalse();
  }

  @Test
  void listsTheOldestMonthsAndTheSumOfAll() throws Exception {
    List<Receivable> due = new ArrayList<>();
    YearMonth first = YearMonth.of(2015, 1);
    for (int i = 0; i < 120; i++) {
      due.add(new Receivable("R" + i, first.plusMonths(i), Money.ofFen(100), Money.ofFen(1)));
    }
    PosAnswer answer = bills(due);
    assertThat(answer.monthsDue()).isEqualTo(99);
    assertThat(answer.bills()).hasSize(33);
    assertThat(answer.bills().get(0)).isEqualTo(new PosAnswer.BillLine(first, 100, 1));
    assertThat(answer.amountFen()).isEqualTo(120 * 101);
  }

  @Test
  void saysThatNothingIsDue() throws Exception {
    PosAnswer answer = bills(List.of());
    assertThat(answer.code()).isEqualTo("00");
    assertThat(answer.amountFen()).isZero();
    assertThat(answer.monthsDue()).isZero();
    assertThat(answer.message().has(4)).isTrue();
  }

  @Test
  void refusesToShowAmountsThatDoNotFit() throws Exception {
    Receivable huge =
        new Receivable("R", YearMonth.of(2026, 1), Money.ofFen(1_000_000_000_000L), Money.ZERO);
    assertThat(bills(List.of(huge)).code()).isEqualTo("96");
    Receivable most =
        new Receivable("R", YearMonth.of(2026, 1), Money.ofFen(Long.MAX_VALUE), Money.ZERO);
    assertThat(bills(Collections.nCopies(2, most)).code()).isEqualTo("96");
  }

  @Test
  void fitsNameAndAddressIntoALineEach() throws Exception {
    BillStatement statement =
        new BillStatement(CONSUMER, "名\n".repeat(40), "路".repeat(100), List.of());
    String[] lines = answer(new Reply.Bills(TIME, statement)).text(63).split("\n", -1);
    assertThat(lines).hasSize(2);
    assertThat(lines[0].getBytes(Charset.forName("GB18030"))).hasSize(60);
    assertThat(lines[1]).isEqualTo("路".repeat(60));
  }

  private static Reply.Payment payment(String receiptNo, String text) {
    return new Reply.Payment(
        TransactionKind.BILL_PAYMENT,
        SerialNo.of(1),
        TIME,
        LocalDate.of(2027, 1, 1),
        CONSUMER,
        "",
        Money.ofFen(12345),
        receiptNo,
        text,
        null,
        null);
  }

  private PosAnswer bills(List<Receivable> due) throws Exception {
    Reply reply = new Reply.Bills(TIME, new BillStatement(CONSUMER, "", "", due));
    return new PosAnswer(answer(reply), true);
  }

  /** Returns the answer to a payment, its code checked. */
  private PosMessage answer(Reply reply) throws Exception {
    byte[] request = Requests.signed(Requests.payment());
    FakeSession session = Scenario.session();
    adapter.decode(request, session);
    byte[] answer = adapter.encode(request, reply, session);
    assertThat(Requests.sign(answer)).isEqualTo(answer);
    return PosMessage.parse(answer);
  }
}
