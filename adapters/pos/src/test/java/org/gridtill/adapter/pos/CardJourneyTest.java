package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.simulator.card.CardScript;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.pos.CardTerminal;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosRequests;
import org.gridtill.simulator.pos.WriteOutcome;
import org.gridtill.simulator.pos.card.SoftwareCardSlot;
import org.junit.jupiter.api.Test;

/** A purchase on its way through both sides of the protocol, onto a card and into a meter. */
class CardJourneyTest {

  private static final String METER = "000000001002";
  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000002");
  private static final Money PURCHASE = Money.parse("100.00");
  private static final SubstituteCryptography KEYS = new SubstituteCryptography();

  private final PosAdapter adapter = new PosAdapter(ZoneOffset.UTC);
  private final FakeSession session = Scenario.session();
  private final CardScript utility = new CardScript(KEYS);
  private final CpuCard card = new CpuCard(Cards.SERIAL, KEYS, 1);
  private final Meter meter = new Meter(METER, Meter.CAPACITY, KEYS, Clock.systemUTC());
  private final SoftwareCardSlot slot = new SoftwareCardSlot(card);
  private final PosRequests requests = Requests.terminal().requests();

  @Test
  void carriesAPurchaseToTheMeterAndTheEvidenceBack() throws Exception {
    byte[] frame =
        Requests.signed(requests.openCard(CONSUMER.value(), PURCHASE.fen(), slot.read()));
    CardRequest.Open opening = (CardRequest.Open) adapter.decode(frame, session);
    CardWallet wallet = new CardWallet(opening.amount(), 1);
    CardWrite write =
        utility.sale(opening.card(), METER, CONSUMER.value(), CardType.OPENING, wallet);
    PosAnswer answer = answer(frame, write);

    CardTerminal writer = new CardTerminal(Requests.terminal(), slot);
    assertThat(writer.write(answer.cardOrder(), WriteOutcome.WRITTEN))
        .isEqualTo(WriteOutcome.WRITTEN);
    PosMessage message =
        PosRequests.naming(
            requests.reportCard(WriteOutcome.WRITTEN, slot.read()), answer.serialNo());
    CardRequest.Report report = (CardRequest.Report) decode(message);
    assertThat(report.outcome()).isEqualTo(CardOutcome.WRITTEN);
    assertThat(report.card().wallet()).isEqualTo(wallet);
    assertThat(report.card().returnWrite()).isEmpty();

    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
    Request.QueryMeter query =
        (Request.QueryMeter) decode(requests.queryMeter(CONSUMER.value(), slot.read()));
    CardReading evidence = query.card();
    assertThat(evidence.returnWrite().orElseThrow().purchaseCount()).isEqualTo(1);
    assertThat(evidence.returnWrite().orElseThrow().remaining()).isEqualTo(PURCHASE);
  }

  private Request decode(PosMessage message) throws Exception {
    return adapter.decode(Requests.signed(message), session);
  }

  private PosAnswer answer(byte[] frame, CardWrite write) throws Exception {
    Reply.Payment payment =
        new Reply.Payment(
            TransactionKind.CARD_OPENING,
            SerialNo.of(1),
            Instant.EPOCH,
            LocalDate.EPOCH,
            CONSUMER,
            "",
            PURCHASE,
            "R1",
            "",
            write,
            null);
    byte[] answer = adapter.encode(frame, new Reply.Paid(payment), session);
    return new PosAnswer(PosMessage.parse(answer), true);
  }
}
