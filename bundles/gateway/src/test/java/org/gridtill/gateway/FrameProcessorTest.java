package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.gridtill.api.adapter.terminal.TerminalSession.Verification;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A frame's way through adapter, registry and engine. */
class FrameProcessorTest {

  private final FakePlatform platform = new FakePlatform();
  private final EndpointStatistics statistics = new EndpointStatistics();
  private final FaultLog log =
      new FaultLog("test", statistics, new LogThrottle(Duration.ofSeconds(1), System::nanoTime));
  private FakeAdapter adapter = new FakeAdapter();
  private FrameProcessor processor = processor(() -> Optional.ofNullable(adapter));

  @ParameterizedTest
  @CsvSource({"ECHO, Alive", "SIGNON, SignedOn", "PAY, Alive", "QUERY, Alive", "FIND, Alive"})
  void answersWhatIsRight(String word, String reply) {
    assertThat(answer(word)).isEqualTo(word + ":" + reply);
    assertThat(statistics.refused()).isEmpty();
    assertThat(statistics.frames()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SLOPPY", "OTHER", "WRONG", "SECONDWRONG"})
  void noAdapterGetsAroundTheCode(String word) {
    platform.engine =
        request -> {
          throw new AssertionError("the engine was asked");
        };

    assertThat(answer(word)).isEqualTo(word + ":BAD_MAC");
    assertThat(statistics.refused()).containsEntry("BAD_MAC", 1L);
  }

  @Test
  void tellsATerminalWithoutKeysToSignOn() {
    platform.missingKey = Verification.NO_KEY;

    assertThat(answer("WRONG")).isEqualTo("WRONG:NOT_SIGNED_ON");
  }

  @Test
  void aRegisteredTerminalThatTheVaultDoesNotKnowHasNoKey() {
    platform.missingKey = Verification.UNKNOWN_TERMINAL;
    FrameSession session = new FrameSession(platform, log, "peer");

    assertThat(session.verify("T1", new byte[1], new byte[8])).isEqualTo(Verification.NO_KEY);
    assertThat(session.verify("T9", new byte[1], new byte[8]))
        .isEqualTo(Verification.UNKNOWN_TERMINAL);
  }

  @Test
  void refusesWhatTheRegistryDoesNotAdmitWhateverTheCode() {
    platform.admission = Refusal.TERMINAL_BLOCKED;

    assertThat(answer("PAY")).isEqualTo("PAY:TERMINAL_BLOCKED");
    assertThat(answer("WRONG")).isEqualTo("WRONG:TERMINAL_BLOCKED");
    assertThat(answer("SIGNON")).isEqualTo("SIGNON:TERMINAL_BLOCKED");
    assertThat(answer("ECHO")).isEqualTo("ECHO:TERMINAL_BLOCKED");
    assertThat(statistics.refused()).containsEntry("TERMINAL_BLOCKED", 4L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAY", "QUERY", "REVERSE", "SIGNON", "ECHO"})
  void refusesCleanlyWhatCertainlyMovedNothing(String word) {
    platform.terminalsAway = true;
    assertThat(answer(word)).isEqualTo(word + ":SYSTEM_ERROR");
    platform.terminalsAway = false;

    platform.databaseAway = true;
    assertThat(answer(word)).isEqualTo(word + ":SYSTEM_ERROR");
    platform.databaseAway = false;
    assertThat(statistics.refused()).containsEntry("SYSTEM_ERROR", 2L);

    assertThat(answer(word)).doesNotContain("SYSTEM_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAY", "QUERY", "REVERSE", "FIND"})
  void refusesCleanlyWithoutVaultOrEngine(String word) {
    platform.engineAway = true;
    assertThat(answer(word)).isEqualTo(word + ":SYSTEM_ERROR");
    platform.engineAway = false;

    platform.vaultAway = true;
    assertThat(answer(word)).isEqualTo(word + ":SYSTEM_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAY", "REVERSE"})
  void saysNothingAboutMoneyWhoseFateIsUnknown(String word) {
    platform.engine =
        request -> {
          throw new IllegalStateException("the database went away");
        };
    assertThat(process(word).closes()).isTrue();

    platform.engine = request -> null;
    assertThat(process(word).closes()).isTrue();
    assertThat(statistics.count(Fault.OUTCOME_UNKNOWN)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUERY", "FIND"})
  void refusesAQueryThatFailed(String word) {
    platform.engine =
        request -> {
          throw new IllegalStateException("the database went away");
        };

    assertThat(answer(word)).isEqualTo(word + ":SYSTEM_ERROR");
  }

  @ParameterizedTest
  @CsvSource({"CHALLENGE, CardChallenge", "OPEN, ShiftOpened", "CLOSE, ShiftClosed"})
  void shiftsAreForTheGuardsAndNotForTheEngine(String word, String reply) {
    platform.engine =
        request -> {
          throw new AssertionError("the engine was asked");
        };
    assertThat(answer(word)).isEqualTo(word + ':' + reply);
  }

  @Test
  void aShiftIsOpenedUnderTheKeysThatProvedTheRequest() {
    answer("OPEN");
    assertThat(platform.guards.openedUnder).isEqualTo(new KeyHandle("T1", 1));
    platform.guards.openedUnder = null;
    assertThat(answer("STRANGER")).isEqualTo("STRANGER:BAD_MAC");
    assertThat(platform.guards.openedUnder).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAY", "REVERSE"})
  void whatTheGuardsRefuseNeverReachesTheEngine(String word) {
    platform.guards.refusal = Refusal.CARD_REQUIRED;
    platform.engine =
        request -> {
          throw new AssertionError("the engine was asked");
        };
    assertThat(answer(word)).isEqualTo(word + ":CARD_REQUIRED");
    assertThat(statistics.refused()).containsEntry("CARD_REQUIRED", 1L);
  }

  @Test
  void theGuardsOfCardAndSimSeeOnlyWhatTheDeviceHasProved() {
    answer("WRONG");
    platform.admission = Refusal.TERMINAL_BLOCKED;
    answer("PAY");
    assertThat(platform.guards.asked).isEmpty();
    assertThat(platform.guards.alarms.raised)
        .containsExactly("T1 DEVICE BAD_MAC", "T1 DEVICE TERMINAL_BLOCKED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAY", "QUERY", "OPEN"})
  void withoutTheGuardsNothingGoesOn(String word) {
    platform.shiftsAway = true;
    assertThat(answer(word)).isEqualTo(word + ":SYSTEM_ERROR");
  }

  @Test
  void countsWhatTheEngineRefuses() {
    platform.engine = request -> new Reply.Refused(FakePlatform.NOW, Refusal.NOTHING_DUE, "none");

    assertThat(answer("PAY")).isEqualTo("PAY:NOTHING_DUE");
    assertThat(statistics.refused()).containsOnly(Map.entry("NOTHING_DUE", 1L));
  }

  @Test
  void answersABadFrameInTheTerminalsProtocol() {
    Outcome outcome = process("ANSWERED");

    assertThat(outcome.bad()).isTrue();
    assertThat(FakeAdapter.text(outcome.answer())).isEqualTo("SORRY");
    assertThat(statistics.count(Fault.UNSUPPORTED)).isOne();
  }

  @Test
  void closesAfterABadFrameWithoutAnswer() {
    assertThat(process("garbage").closes()).isTrue();
    assertThat(statistics.count(Fault.MALFORMED)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUG", "LINKAGE", "NULL", "ENCODEBUG", "EMPTY"})
  void closesWhenTheAdapterBreaksItsContract(String word) {
    assertThat(process(word).closes()).isTrue();
    assertThat(statistics.count(Fault.ADAPTER_FAILED)).isOne();

    assertThat(answer("ECHO")).isEqualTo("ECHO:Alive");
  }

  @Test
  void closesWithoutAnAdapter() {
    adapter = null;

    assertThat(process("ECHO").closes()).isTrue();
    assertThat(statistics.count(Fault.NO_ADAPTER)).isOne();
  }

  @Test
  void encodesWithTheNextVersionOfAReplacedAdapter() {
    AtomicInteger calls = new AtomicInteger();
    TerminalAdapter next =
        new TerminalAdapter() {
          @Override
          public Request decode(byte[] frame, TerminalSession session) {
            throw new AssertionError("decoded twice");
          }

          @Override
          public byte[] encode(byte[] frame, Reply reply, TerminalSession session) {
            return FakeAdapter.bytes("next:" + FakeAdapter.text(frame));
          }
        };
    processor =
        processor(() -> Optional.of(calls.getAndIncrement() == 0 ? new FakeAdapter() : next));

    assertThat(answer("PAY")).isEqualTo("next:PAY");
  }

  @Test
  void aSessionIsOfNoUseAfterItsFrame() {
    answer("PAY");

    assertThatThrownBy(() -> adapter.lastSession.sign(new byte[8]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> adapter.lastSession.verify("T1", new byte[8], new byte[8]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void cryptographyIsForFramesFoundValid() {
    FrameSession session = new FrameSession(platform, log, "peer");
    assertThat(session.sign(new byte[8])).isEmpty();
    assertThatThrownBy(() -> session.encipher(new byte[8]))
        .isInstanceOf(IllegalStateException.class);

    session.verify("T1", new byte[1], new byte[] {1});
    assertThat(session.sign(new byte[8])).hasSize(8);
    assertThat(session.decipher(session.encipher(new byte[16]))).hasSize(16);
    assertThatThrownBy(() -> session.decipher(new byte[9]))
        .isInstanceOf(IllegalArgumentException.class);

    platform.databaseAway = true;
    assertThat(session.sign(new byte[8])).as("goes without a code").isEmpty();
    assertThat(session.verify("T1", new byte[1], new byte[] {1}))
        .isEqualTo(Verification.UNAVAILABLE);
    platform.databaseAway = false;
    assertThat(session.sign(new byte[8])).as("not valid any more").isEmpty();
  }

  private FrameProcessor processor(Supplier<Optional<TerminalAdapter>> adapters) {
    return new FrameProcessor(
        "fake", new AdapterLine(new DirectGate(adapters)), platform, statistics, log);
  }

  private Outcome process(String word) {
    return processor.process(FakeAdapter.bytes(word), new Peer("192.0.2.1:1"));
  }

  private String answer(String word) {
    return FakeAdapter.text(process(word).answer());
  }
}
