package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.adapter.terminal.FrameException.Kind;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.gates.TestGate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Frames while two versions of the adapter serve: T2 is meant for the new one, all others for the
 * old one.
 */
class ReadingTest {

  private final FakePlatform platform = new FakePlatform();
  private final EndpointStatistics statistics = new EndpointStatistics();
  private final FaultLog log =
      new FaultLog("test", statistics, new LogThrottle(Duration.ofSeconds(1), System::nanoTime));
  private final TradingAdapter old = new TradingAdapter("old");
  private final TradingAdapter fresh = new TradingAdapter("new");
  private final TestGate<TerminalAdapter> gate =
      new TestGate<>(
          AdapterLine.options(
              EndpointHarness.settings(
                  "test", 0, EndpointHarness.limits(), Duration.ofSeconds(1))));
  private final Peer peer = new Peer("192.0.2.1:1");
  private final AtomicInteger payments = new AtomicInteger();
  private final FrameProcessor processor =
      new FrameProcessor("fake", new AdapterLine(gate.gate()), platform, statistics, log);
  private final int oldNumber = gate.arrive(old, Map.of("gridtill.adapter", "fake"));
  private final int newNumber = gate.arrive(fresh, Map.of("gridtill.adapter", "fake"));

  ReadingTest() {
    gate.share(new AdapterShare("fake", "1.2.0", 0, Set.of("T2")));
    platform.engine =
        request -> {
          payments.incrementAndGet();
          return new Reply.Alive(FakePlatform.NOW);
        };
  }

  @AfterEach
  void close() {
    gate.gate().close();
  }

  private String answer(String frame) {
    Outcome outcome = processor.process(FakeAdapter.bytes(frame), peer);
    return outcome.closes() ? "closed" : FakeAdapter.text(outcome.answer());
  }

  @Test
  void aTerminalIsServedByTheVersionThatItIsMeantFor() {
    assertThat(answer("T1 PAY")).isEqualTo("old T1 PAY");
    assertThat(answer("T2 PAY")).isEqualTo("new T2 PAY");
    assertThat(payments).as("each is done once").hasValue(2);
  }

  @Test
  void onlyTheFirstFrameOfAConnectionIsReadTwice() {
    answer("T2 ONE");
    answer("T2 TWO");
    answer("T2 THREE");
    assertThat(old.decoded).containsExactly("T2 ONE");
    assertThat(fresh.decoded).containsExactly("T2 ONE", "T2 TWO", "T2 THREE");
    assertThat(answer("T1 PAY")).as("another terminal comes").isEqualTo("old T1 PAY");
    assertThat(peer.terminalCode()).isEqualTo("T1");
    assertThat(payments).hasValue(4);
    assertThat(statistics.frames()).isEqualTo(4);
  }

  @Test
  void withoutAShareEachFrameIsReadOnce() {
    gate.share(null);
    assertThat(answer("T1 PAY")).isEqualTo("new T1 PAY");
    assertThat(old.decoded).isEmpty();
    fresh.refusal = Kind.MALFORMED;
    assertThat(answer("T1 PAY")).isEqualTo("new refuses");
    assertThat(old.decoded).isEmpty();
  }

  @Test
  void aVersionIsNotHelpedByTheCheckOfTheOther() {
    fresh.careless = true;
    assertThat(answer("T2 PAY")).isEqualTo("new T2 PAY BAD_MAC");
    assertThat(payments).hasValue(0);
  }

  @Test
  void whenTheNewVersionGoesItsTerminalsAreServedByTheOldOne() {
    answer("T2 PAY");
    gate.leave(newNumber);
    assertThat(answer("T2 PAY")).isEqualTo("old T2 PAY");
    assertThat(statistics.refused()).isEmpty();
  }

  @Test
  void theVersionThatHasReadAFrameAnswersIt() {
    platform.engine =
        request -> {
          gate.share(new AdapterShare("fake", "1.2.0", 0, Set.of("T9")));
          return new Reply.Alive(FakePlatform.NOW);
        };
    assertThat(answer("T2 PAY")).isEqualTo("new T2 PAY");
    assertThat(answer("T2 PAY")).as("from the next frame on").isEqualTo("old T2 PAY");
  }

  @Test
  void aVersionThatHasGoneIsAnsweredForByTheOther() {
    platform.engine =
        request -> {
          gate.leave(newNumber);
          return new Reply.Alive(FakePlatform.NOW);
        };
    assertThat(answer("T2 PAY")).isEqualTo("old T2 PAY");
  }

  @Test
  void aTerminalThatTheOldVersionDoesNotUnderstandIsServedByTheNewOne() {
    old.refusal = Kind.MALFORMED;
    assertThat(answer("T2 PAY")).isEqualTo("new T2 PAY");
    assertThat(statistics.refused()).as("as it should be").isEmpty();

    assertThat(answer("T1 PAY")).as("meant for the old one").isEqualTo("new T1 PAY");
    assertThat(statistics.count(Fault.OTHER_VERSION)).isOne();
    assertThat(statistics.count(Fault.MALFORMED)).isZero();
  }

  @Test
  void aTerminalThatTheNewVersionFailsOnIsServedByTheOldOne() {
    fresh.broken = true;
    assertThat(answer("T2 PAY")).isEqualTo("old T2 PAY");
    assertThat(answer("T2 PAY")).isEqualTo("old T2 PAY");
    assertThat(statistics.count(Fault.ADAPTER_FAILED)).isEqualTo(2);
    fresh.broken = false;
    fresh.refusal = Kind.UNSUPPORTED;
    assertThat(answer("T2 PAY")).isEqualTo("old T2 PAY");
    assertThat(statistics.count(Fault.OTHER_VERSION)).isOne();
    assertThat(payments).hasValue(3);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatNeitherUnderstandsIsRefusedByTheFirst(Kind kind) {
    old.refusal = kind;
    fresh.refusal = kind;
    assertThat(answer("T1 PAY")).isEqualTo("old refuses");
    assertThat(statistics.count(Fault.valueOf(kind.name()))).isOne();
    assertThat(fresh.decoded).hasSize(kind == Kind.NOT_AUTHENTIC ? 0 : 1);
  }

  @Test
  void anAnswerInTheProtocolIsBetterThanNone() {
    old.broken = true;
    fresh.refusal = Kind.UNSUPPORTED;
    assertThat(answer("T1 PAY")).isEqualTo("new refuses");
    old.refusal = Kind.MALFORMED;
    old.broken = false;
    fresh.broken = true;
    assertThat(answer("T1 PAY")).isEqualTo("old refuses");
  }

  @Test
  void withoutAnyVersionTerminalsAreRefusedByTheOneThatLeftLastAndNothingIsDone() {
    gate.leave(newNumber);
    gate.leave(oldNumber);
    assertThat(answer("T2 PAY")).isEqualTo("old T2 PAY SYSTEM_ERROR");
    assertThat(statistics.count(Fault.NO_ADAPTER)).isOne();
    assertThat(statistics.refused()).containsEntry("SYSTEM_ERROR", 1L);
    assertThat(payments).hasValue(0);
  }

  @Test
  void whatWasDoneIsToldByTheOneThatLeftLast() {
    platform.engine =
        request -> {
          payments.incrementAndGet();
          gate.leave(newNumber);
          gate.leave(oldNumber);
          return new Reply.Alive(FakePlatform.NOW);
        };
    assertThat(answer("T2 PAY")).isEqualTo("old T2 PAY");
    assertThat(payments).hasValue(1);
  }

  @Test
  void whenTheFarewellIsOverTheConnectionIsClosed() {
    gate.leave(newNumber);
    gate.leave(oldNumber);
    gate.ring();
    assertThat(answer("T2 PAY")).isEqualTo("closed");
    assertThat(statistics.count(Fault.NO_ADAPTER)).isOne();
  }

  @Test
  void anAdapterThatCannotEvenTakeLeaveHarmsNobody() {
    gate.leave(newNumber);
    gate.leave(oldNumber);
    old.broken = true;
    assertThat(answer("T2 PAY")).isEqualTo("closed");
    old.broken = false;
    old.refusal = Kind.MALFORMED;
    assertThat(answer("T2 PAY")).isEqualTo("old refuses");
    assertThat(payments).hasValue(0);
  }

  @Test
  void aNextVersionServesAtOnce() {
    gate.leave(newNumber);
    gate.leave(oldNumber);
    assertThat(answer("T2 PAY")).isEqualTo("old T2 PAY SYSTEM_ERROR");
    gate.arrive(new TradingAdapter("next"), Map.of("gridtill.adapter", "fake"));
    assertThat(answer("T2 PAY")).isEqualTo("next T2 PAY");
    assertThat(payments).hasValue(1);
  }
}
