package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProtocolException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.simulator.pos.CardReadout;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosRequests;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.WriteOutcome;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, the adapter accepts them or refuses them by the one exception for it. */
class HostileFramesTest {

  private static final int FRAMES = 20_000;
  private static final int MESSAGE_START = 11;
  private static final CardReadout CARD =
      new CardReadout(
          Cards.SERIAL,
          Cards.CHALLENGE,
          Cards.parameterFile("000000001002", "000100000002", 2),
          100,
          1,
          Cards.returnFile("000000001002", "000100000002", 1, 1));

  private final PosAdapter adapter = new PosAdapter(ZoneOffset.UTC);
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private int accepted;

  @Test
  void survivesNoise() {
    for (int i = 0; i < FRAMES; i++) {
      byte[] frame = new byte[random.nextInt(300)];
      random.nextBytes(frame);
      handle(frame);
    }
  }

  @Test
  void survivesNoiseBehindARightBeginning() {
    for (int i = 0; i < FRAMES; i++) {
      byte[] frame = new byte[MESSAGE_START + 10 + random.nextInt(300)];
      random.nextBytes(frame);
      byte[] start = Requests.payment().frame();
      System.arraycopy(start, 0, frame, 0, random.nextBoolean() ? 13 : 21);
      handle(frame);
    }
  }

  @Test
  void survivesChangedRequestsWithARightCode() {
    List<byte[]> requests = requests();
    for (int i = 0; i < FRAMES; i++) {
      byte[] frame = requests.get(random.nextInt(requests.size())).clone();
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        frame = change(frame);
      }
      handle(frame.length < MESSAGE_START + 8 ? frame : Requests.sign(frame));
    }
    assertThat(accepted).as("frames that are still right, seed %d", seed).isPositive();
  }

  @Test
  void survivesFramesCutAnywhere() {
    for (byte[] request : requests()) {
      for (int length = 0; length < request.length; length++) {
        handle(Arrays.copyOf(request, length));
      }
    }
    assertThat(accepted).isZero();
  }

  private byte[] change(byte[] frame) {
    if (frame.length == 0) {
      return frame;
    }
    int at = random.nextInt(frame.length);
    switch (random.nextInt(4)) {
      case 0 -> frame[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> frame[at] = (byte) random.nextInt(256);
      case 2 -> frame = Arrays.copyOf(frame, at);
      default -> frame = Arrays.copyOf(frame, frame.length + random.nextInt(20));
    }
    return frame;
  }

  private void handle(byte[] frame) {
    FakeSession session = Scenario.session();
    try {
      adapter.decode(frame.clone(), session);
      accepted++;
      Reply reply = new Reply.Refused(Instant.EPOCH, Refusal.SYSTEM_ERROR, "no");
      parse(frame, adapter.encode(frame, reply, session));
    } catch (FrameException e) {
      if (e.answer() != null) {
        parse(frame, e.answer());
      }
    } catch (RuntimeException e) {
      throw new AssertionError(describe(frame), e);
    }
  }

  private void parse(byte[] frame, byte[] answer) {
    try {
      assertThat(PosMessage.parse(answer).has(39)).as(() -> describe(frame)).isTrue();
    } catch (ProtocolException e) {
      throw new AssertionError(describe(frame), e);
    }
  }

  private String describe(byte[] frame) {
    return "seed " + seed + ", frame " + HexFormat.of().formatHex(frame);
  }

  @Test
  void survivesHostileCardDataWithARightCode() {
    for (int i = 0; i < FRAMES / 4; i++) {
      PosRequests requests = Requests.terminal().requests();
      PosMessage message =
          random.nextBoolean()
              ? requests.rechargeCard("0100000001", 100, CARD)
              : PosRequests.naming(requests.reportCard(WriteOutcome.UNKNOWN, CARD), "000000000001");
      handle(Requests.signed(message.set(55, hostile(message.bytes(55)))));
    }
    assertThat(accepted).as("frames that are still right, seed %d", seed).isPositive();
  }

  /** Returns card data with lengths that lie, elements that repeat, or noise. */
  private byte[] hostile(byte[] field) {
    byte[] changed = Arrays.copyOf(field, random.nextInt(4) == 0 ? 999 : field.length);
    switch (random.nextInt(4)) {
      case 0 -> changed[2 + 11 * random.nextInt(2)] = (byte) random.nextInt(256);
      case 1 -> changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      case 2 -> changed = new byte[random.nextInt(1000)];
      default -> Arrays.fill(changed, random.nextInt(changed.length), changed.length, (byte) 0xff);
    }
    return changed;
  }

  private static List<byte[]> requests() {
    PosTerminal terminal = Requests.terminal();
    PosRequests make = terminal.requests();
    List<byte[]> frames = new ArrayList<>();
    frames.add(make.signOn().frame());
    frames.add(make.echo().frame());
    Stream.of(
            make.queryBills("0100000001"),
            make.payBills("0100000001", 100, YearMonth.of(2026, 9)).set(59, "C1"),
            make.prepay("0100000001", 100),
            make.queryMeter("0100000001", CARD),
            make.openCard("0100000001", 100, CARD),
            make.rechargeCard("0100000001", 100, CARD),
            make.rechargeRemotely("0100000001", 100),
            make.replaceCard("0100000001", CARD),
            PosRequests.naming(make.rewriteCard(CARD), "000000000001"),
            make.clearCard(CARD).set(61, "000001000001"),
            make.reportCard(WriteOutcome.WRITTEN, CARD).set(61, "000001000001"),
            make.queryTransaction("000001", "000001"),
            PosRequests.saying(make.voidTransaction("000001", "000001", 1), WriteOutcome.CLEARED),
            make.reverse("000001", "000001", 100))
        .map(Requests::signed)
        .forEach(frames::add);
    return frames;
  }
}
