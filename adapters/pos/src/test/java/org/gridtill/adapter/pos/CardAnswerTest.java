package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;
import org.gridtill.api.adapter.card.CardWriteStep.Target;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.simulator.pos.CardOrder;
import org.gridtill.simulator.pos.MeterFigures;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.junit.jupiter.api.Test;

/** What the terminal reads in answers about meters and cards. */
class CardAnswerTest {

  private static final Instant TIME = Instant.parse("2026-12-31T23:59:58Z");
  private static final ConsumerNo CONSUMER = new ConsumerNo("01000000010100000002");
  private static final CardWallet WALLET = Cards.wallet("100.00", 8);

  /** TPDU and header come on top of what the gateway lets through. */
  private static final int LONGEST_FRAME = 2048;

  private final PosAdapter adapter = new PosAdapter(ZoneOffset.UTC);

  @Test
  void carriesWhatIsToBeWrittenUnchanged() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      CardWrite write = new RandomCards(random).write(1 + random.nextInt(8));
      CardOrder order = answer(new Reply.Paid(payment(write, null, ""))).cardOrder();
      assertThat(order).as("seed %d, round %d", seed, i).isEqualTo(order(write));
    }
  }

  @Test
  void saysWhatTheMeterDid() throws Exception {
    for (MeterOutcome outcome : MeterOutcome.values()) {
      PosAnswer answer = answer(new Reply.Paid(payment(null, outcome, "")));
      assertThat(answer.meterOutcome()).isEqualTo(outcome.ordinal());
      assertThat(answer.cardOrder()).isNull();
    }
    assertThat(answer(new Reply.Paid(payment(null, null, ""))).message().has(55)).isFalse();
  }

  @Test
  void repeatsTheOrderInAnAnswerToAQueryAsLongAsTheSaleStands() throws Exception {
    CardWrite write = new CardWrite("1", WALLET, List.of());
    Reply.Payment payment = payment(write, null, "");
    PosAnswer done = answer(new Reply.TransactionFound(TIME, Status.COMPLETED, payment));
    assertThat(done.cardOrder()).isEqualTo(order(write));
    PosAnswer undone = answer(new Reply.TransactionFound(TIME, Status.REVERSED, payment));
    assertThat(undone.code()).isEqualTo("17");
    assertThat(undone.serialNo()).isEqualTo("000000000001");
    assertThat(undone.message().has(55)).isFalse();
  }

  @Test
  void givesNoOrderRatherThanHalfOfOne() throws Exception {
    CardWriteStep step = new CardWriteStep(Target.TARIFF_BACKUP, "00".repeat(255), "");
    CardWrite most = new CardWrite("1", WALLET, Collections.nCopies(3, step));
    assertThat(answer(new Reply.Paid(payment(most, null, ""))).cardOrder().steps()).hasSize(3);
    CardWrite tooMuch = new CardWrite("1", WALLET, Collections.nCopies(4, step));
    PosAnswer answer = answer(new Reply.Paid(payment(tooMuch, null, "")));
    assertThat(answer.code()).isEqualTo("00");
    assertThat(answer.message().has(55)).isFalse();
    CardWallet rich = new CardWallet(Money.ofFen(1L << 32), 1);
    CardWrite tooRich = new CardWrite("1", rich, List.of());
    assertThat(answer(new Reply.Paid(payment(tooRich, null, ""))).message().has(55)).isFalse();
  }

  @Test
  void keepsTheLongestAnswerWithinTheLongestFrame() throws Exception {
    CardWriteStep step = new CardWriteStep(Target.TARIFF_BACKUP, "00".repeat(255), "");
    CardWriteStep rest = new CardWriteStep(Target.WALLET, "00".repeat(176), "01020304");
    CardWrite most = new CardWrite("1".repeat(20), WALLET, List.of(step, step, step, rest));
    byte[] frame = frame(new Reply.Paid(payment(most, null, "电".repeat(999))));
    PosMessage answer = PosMessage.parse(frame);
    assertThat(answer.bytes(55)).hasSize(999);
    assertThat(answer.bytes(63)).hasSize(800);
    assertThat(answer.bytes(44)).hasSize(30);
    assertThat(frame).hasSizeLessThanOrEqualTo(LONGEST_FRAME);
  }

  @Test
  void leavesOutTheReceiptOfWhatHasNone() throws Exception {
    Reply.Payment payment =
        new Reply.Payment(
            TransactionKind.CARD_REWRITE,
            SerialNo.of(1),
            TIME,
            LocalDate.of(2027, 1, 1),
            CONSUMER,
            "",
            Money.ZERO,
            "",
            "",
            new CardWrite("1", WALLET, List.of()),
            null);
    PosAnswer answer = answer(new Reply.Paid(payment));
    assertThat(answer.message().has(44)).isFalse();
    assertThat(answer.message().has(63)).isFalse();
    assertThat(answer.amountFen()).isZero();
  }

  @Test
  void showsAMeter() throws Exception {
    PosAnswer answer = answer(new Reply.MeterFound(TIME, account(1_000_000_000, 99_999_999)));
    assertThat(answer.meter())
        .isEqualTo(
            new MeterFigures(
                true, false, true, 1_000_000_000, 1, 2, 99_999_999, 3, "M0000000000000000001"));
    assertThat(answer.text()).isEqualTo("张 三\n滨河路\n先缴清欠费");
  }

  @Test
  void refusesToShowFiguresThatDoNotFit() throws Exception {
    Reply tooMuch = new Reply.MeterFound(TIME, account(1, 1_000_000_000_000L));
    assertThat(answer(tooMuch).code()).isEqualTo("96");
    assertThat(answer(new Reply.MeterFound(TIME, account(-1, 1))).code()).isEqualTo("96");
  }

  @Test
  void namesTheSaleThatAReportWasAbout() throws Exception {
    PosAnswer answer = answer(new Reply.CardReported(TIME, SerialNo.of(77)));
    assertThat(answer.code()).isEqualTo("00");
    assertThat(answer.serialNo()).isEqualTo("000000000077");
  }

  private static MeterAccount account(int count, long max) {
    return new MeterAccount(
        CONSUMER,
        "张\n三",
        "滨河路",
        "M0000000000000000001",
        true,
        false,
        count,
        Money.ofFen(1),
        Money.ofFen(2),
        Money.ofFen(max),
        Money.ofFen(3),
        true,
        "先缴清欠费");
  }

  private static CardOrder order(CardWrite write) {
    return new CardOrder(
        write.meterNo(),
        write.wallet().amount().fen(),
        write.wallet().purchaseCount(),
        write.steps().stream()
            .map(s -> new CardOrder.Step(s.target().ordinal() + 1, s.mac(), s.data()))
            .toList());
  }

  private static Reply.Payment payment(CardWrite card, MeterOutcome meter, String receipt) {
    return new Reply.Payment(
        TransactionKind.CARD_RECHARGE,
        SerialNo.of(1),
        TIME,
        LocalDate.of(2027, 1, 1),
        CONSUMER,
        "",
        Money.ofFen(999_999_999_999L),
        "R".repeat(30),
        receipt,
        card,
        meter);
  }

  private PosAnswer answer(Reply reply) throws Exception {
    return new PosAnswer(PosMessage.parse(frame(reply)), true);
  }

  /** Returns the answer to a request with as many fields as an answer can repeat. */
  private byte[] frame(Reply reply) throws Exception {
    PosMessage query = Requests.terminal().requests().queryTransaction("000001", "000001");
    byte[] request = Requests.signed(query);
    FakeSession session = Scenario.session();
    adapter.decode(request, session);
    return adapter.encode(request, reply, session);
  }
}
