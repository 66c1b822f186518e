package org.gridtill.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Original;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.gridtill.api.platform.terminals.CollectorCard.State;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.GuardAlarm;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may open a shift, and who may move money, on a real database. */
class ShiftDeskTest {

  private static TestDatabase database;

  @BeforeAll
  static void openDatabase() {
    database = new TestDatabase();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  private static GuardsHarness bound() {
    return new GuardsHarness(database).bound();
  }

  private static void assertRefused(Reply reply, Refusal reason, String words) {
    assertThat(reply).isInstanceOf(Reply.Refused.class);
    assertThat(((Reply.Refused) reply).reason()).isEqualTo(reason);
    assertThat(((Reply.Refused) reply).text()).contains(words);
  }

  private static List<GuardAlarm> alarms(GuardsHarness site) {
    return site.alarms.open().stream()
        .filter(alarm -> alarm.terminalCode().equals(site.terminal))
        .toList();
  }

  @Test
  void moneyMovesOnlyWhileAShiftIsOpen() {
    GuardsHarness site = bound();
    assertThat(site.pay()).contains(Refusal.CARD_REQUIRED);
    assertThat(alarms(site)).extracting(GuardAlarm::guard).containsExactly(Guard.CARD);

    long shift = site.openShift();
    assertThat(site.pay()).isEmpty();
    assertThat(site.shifts.open())
        .filteredOn(each -> each.terminalCode().equals(site.terminal))
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.shiftNo()).isEqualTo(shift).isEqualTo(1);
              assertThat(open.collector()).isEqualTo(GuardsHarness.COLLECTOR);
              assertThat(open.cardNo()).isEqualTo(site.cardNo);
              assertThat(open.iccid()).isEqualTo(site.iccid);
            });

    assertThat(site.shifts.close(new ShiftRequest.Close(site.origin(), shift)))
        .isInstanceOf(Reply.ShiftClosed.class);
    assertThat(site.pay()).contains(Refusal.CARD_REQUIRED);
  }

  @Test
  void whatATerminalMustFindOutOrUndoNeedsNoShift() {
    GuardsHarness site = bound();
    Origin origin = site.origin();
    Money fen = Money.ofFen(100);
    assertThat(site.shifts.admit(new Request.Reverse(origin, "000001", "000009", fen))).isEmpty();
    assertThat(site.shifts.admit(new Request.QueryTransaction(origin, "000001", "000009")))
        .isEmpty();
    assertThat(
            site.shifts.admit(
                new CardRequest.Report(
                    origin, new Original.ByKey("000001", "000009"), CardOutcome.WRITTEN, null)))
        .isEmpty();
    Request undo =
        new Request.Reverse(origin, "000001", "000009", fen, Request.Cause.COLLECTOR, null);
    assertThat(site.shifts.admit(undo)).isPresent();
  }

  @Test
  void aCapturedOpeningIsWorthNothing() {
    GuardsHarness site = bound();
    ShiftRequest.Open captured = site.opening();
    assertThat(site.open(captured)).isInstanceOf(Reply.ShiftOpened.class);
    site.shifts.close(new ShiftRequest.Close(site.origin(), 1));

    assertRefused(site.open(captured), Refusal.CARD_REFUSED, "challenge");
    site.challenge();
    assertRefused(site.open(captured), Refusal.CARD_REFUSED, "did not prove itself");
    assertThat(site.pay()).contains(Refusal.CARD_REQUIRED);
  }

  @Test
  void aCapturedClosingClosesNoOtherShift() {
    GuardsHarness site = bound();
    ShiftRequest.Close captured = new ShiftRequest.Close(site.origin(), site.openShift());
    site.shifts.close(captured);
    site.openShift();

    assertThat(site.shifts.close(captured)).isInstanceOf(Reply.ShiftClosed.class);
    assertThat(site.pay()).isEmpty();
    assertRefused(
        site.shifts.close(new ShiftRequest.Close(site.origin(), 99)),
        Refusal.CARD_REFUSED,
        "no such shift");
  }

  @Test
  void aChallengeIsGoodForOneAttemptAndAShortTime() {
    GuardsHarness site = bound();
    ShiftRequest.Open late = site.opening();
    site.neighbors.pass(Duration.ofSeconds(60));
    assertRefused(site.open(late), Refusal.CARD_REFUSED, "challenge");

    ShiftRequest.Open first = site.opening();
    ShiftRequest.Open second = site.opening();
    assertRefused(site.open(first), Refusal.CARD_REFUSED, "did not prove itself");
    assertRefused(site.open(second), Refusal.CARD_REFUSED, "challenge");
  }

  @Test
  void ofTwoThatUseOneChallengeAtOnceOneOpens() throws Exception {
    GuardsHarness site = bound();
    ShiftRequest.Open request = site.opening();
    List<Reply> replies = atOnce(4, () -> site.open(request));
    assertThat(replies).filteredOn(Reply.ShiftOpened.class::isInstance).hasSize(1);
  }

  @Test
  void aWrongPinLocksTheCardAfterItsTries() {
    GuardsHarness site = bound();
    for (int i = 0; i < 2; i++) {
      assertRefused(
          site.open(site.opening(site.cardNo, "1357", site.iccid, site.imsi)),
          Refusal.WRONG_PIN,
          "Card guard: the PIN is wrong");
    }
    site.openShift();
    for (int i = 0; i < 3; i++) {
      site.open(site.opening(site.cardNo, i == 1 ? "x" : "1357", site.iccid, site.imsi));
    }
    assertThat(site.cards.find(site.cardNo).orElseThrow().state()).isEqualTo(State.LOCKED);
    assertThat(site.trail.acts).contains("card-lock " + site.cardNo);
    assertRefused(site.open(site.opening()), Refusal.CARD_REFUSED, "may not be used");
    assertThat(site.pay()).as("also in the shift that is open").contains(Refusal.CARD_REFUSED);

    site.registry.setStatus(site.terminal, Terminal.Status.ACTIVE);
    site.cards.setPin(site.cardNo, "8024".toCharArray(), "anna");
    assertThat(site.open(site.opening(site.cardNo, "8024", site.iccid, site.imsi)))
        .isInstanceOf(Reply.ShiftOpened.class);
  }

  @Test
  void guessesAtOnceAreNoMoreThanGuessesOneByOne() throws Exception {
    GuardsHarness site = bound();
    for (int round = 0; round < 3; round++) {
      atOnce(4, () -> site.open(site.opening(site.cardNo, "1357", site.iccid, site.imsi)));
    }
    assertThat(site.keys.checks.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void whoDoesNotHoldTheCardUsesUpNoTries() {
    GuardsHarness site = bound();
    ShiftRequest.Open right = site.opening();
    site.open(
        new ShiftRequest.Open(
            site.origin(), site.cardNo, new byte[8], right.pinBlock(), site.iccid, site.imsi));
    assertThat(site.cards.find(site.cardNo).orElseThrow().failures()).isZero();
    assertThat(site.keys.checks).hasValue(0);
  }

  @Test
  void aLostCardStopsAtOnce() {
    GuardsHarness site = bound();
    site.openShift();
    site.cards.lost(site.cardNo, "anna");
    assertThat(site.pay()).contains(Refusal.CARD_REQUIRED);
    assertRefused(site.open(site.opening()), Refusal.CARD_REFUSED, "may not be used");
  }

  @Test
  void aStolenTerminalStopsAtOnceAndForGood() {
    GuardsHarness site = bound();
    site.openShift();
    site.registry.setStatus(site.terminal, Terminal.Status.REVOKED);
    assertThat(site.pay()).contains(Refusal.CARD_REQUIRED);
    assertThat(site.registry.admit(site.origin(), "pos", "192.0.2.1:1"))
        .hasValueSatisfying(
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.TERMINAL_BLOCKED));
  }

  @Test
  void aStolenSimAndAnEndedBindingStopAtOnce() {
    GuardsHarness stolen = bound();
    stolen.openShift();
    stolen.sims.revoke(stolen.iccid, "anna");
    assertThat(stolen.pay()).contains(Refusal.CARD_REQUIRED);
    assertRefused(stolen.open(stolen.opening()), Refusal.SIM_REFUSED, "SIM guard: ");

    GuardsHarness ended = bound();
    ended.openShift();
    ended.bindings.end(ended.terminal, ended.cardNo, ended.iccid, "anna");
    assertThat(ended.pay()).contains(Refusal.CARD_REQUIRED);
    assertRefused(ended.open(ended.opening()), Refusal.CARD_REFUSED, "not bound");
  }

  @Test
  void aCardOfAnotherTerminalIsRefusedByTheCardsGuard() {
    GuardsHarness site = bound();
    GuardsHarness other = bound();
    assertRefused(
        site.open(site.opening(other.cardNo, GuardsHarness.PIN, site.iccid, site.imsi)),
        Refusal.CARD_REFUSED,
        "not bound to this terminal");
    assertThat(other.cards.find(other.cardNo).orElseThrow().failures()).isZero();
  }

  @Test
  void aChangedSimIsRefusedByTheSimsGuard() {
    GuardsHarness site = bound();
    GuardsHarness other = bound();
    assertRefused(
        site.open(site.opening(site.cardNo, GuardsHarness.PIN, other.iccid, other.imsi)),
        Refusal.SIM_REFUSED,
        "not bound");
    assertRefused(
        site.open(site.opening(site.cardNo, GuardsHarness.PIN, site.iccid, other.imsi)),
        Refusal.SIM_REFUSED,
        "not registered");
    assertRefused(
        site.open(site.opening(site.cardNo, GuardsHarness.PIN, "", "")),
        Refusal.SIM_REFUSED,
        "missing");
    site.bind(site.cardNo, other.iccid);
    assertThat(site.open(site.opening(site.cardNo, GuardsHarness.PIN, other.iccid, other.imsi)))
        .as("once two persons have approved it")
        .isInstanceOf(Reply.ShiftOpened.class);
  }

  @Test
  void anotherCollectorDoesNotTradeInTheShift() {
    GuardsHarness site = bound();
    site.openShift();
    Request other =
        new Request.Prepay(
            new Origin(site.terminal, "A001", "000001", "000002", "C02"),
            new org.gridtill.api.adapter.ConsumerNo("1"),
            Money.ofFen(1));
    assertThat(site.shifts.admit(other))
        .hasValueSatisfying(
            refused -> assertThat(refused.text()).contains("another collector's identity card"));
  }

  @Test
  void manyRefusalsLockTheTerminalAndSayWhoRefused() {
    GuardsHarness site = bound();
    for (int i = 0; i < 5; i++) {
      site.open(site.opening(site.cardNo, GuardsHarness.PIN, "", ""));
    }
    assertThat(site.registry.find(site.terminal).orElseThrow().status())
        .isEqualTo(Terminal.Status.BLOCKED);
    assertThat(site.trail.acts).containsExactly("terminal-lock " + site.terminal);
    assertThat(alarms(site))
        .extracting(GuardAlarm::guard, GuardAlarm::reason)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Guard.SIM, "SIM_REFUSED"),
            org.assertj.core.groups.Tuple.tuple(Guard.DEVICE, "LOCKED"));
  }

  @Test
  void aShiftThatIsOpenedForgetsEarlierRefusals() {
    GuardsHarness site = bound();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 4; i++) {
        site.open(site.opening(site.cardNo, GuardsHarness.PIN, "", ""));
      }
      site.openShift();
    }
    assertThat(site.registry.find(site.terminal).orElseThrow().status())
        .isEqualTo(Terminal.Status.ACTIVE);
  }

  @Test
  void aKioskProvesItsSimOnlyAndAPcItsCardOnly() {
    GuardsHarness site = new GuardsHarness(database);
    site.registry.register(site.terminal, "A001", "kiosk", TerminalKind.KIOSK, "");
    site.sims.add(site.iccid, site.imsi, "anna");
    site.bind("", site.iccid);
    assertThat(site.pay()).contains(Refusal.CARD_REQUIRED);
    site.challenge();
    ShiftRequest.Open kiosk =
        new ShiftRequest.Open(site.origin(), "", new byte[0], new byte[0], site.iccid, site.imsi);
    assertThat(site.open(kiosk)).isInstanceOf(Reply.ShiftOpened.class);
    assertThat(site.pay()).isEmpty();

    GuardsHarness pc = new GuardsHarness(database);
    pc.registry.register(pc.terminal, "A001", "pc", TerminalKind.PC, "");
    pc.cards.add(pc.cardNo, "anna");
    pc.cards.issue(pc.cardNo, GuardsHarness.COLLECTOR, GuardsHarness.PIN.toCharArray(), "anna");
    pc.bind(pc.cardNo, "");
    assertThat(pc.open(pc.opening(pc.cardNo, "", "", ""))).isInstanceOf(Reply.ShiftOpened.class);
    assertThat(pc.pay()).isEmpty();
  }

  @Test
  void wherePolicyAsksForNothingNothingIsAsked() {
    GuardsHarness site = new GuardsHarness(database, GuardsHarness.settings());
    site.registry.register(site.terminal, "A001", "pos");
    assertThat(site.pay()).isEmpty();
  }

  private static List<Reply> atOnce(int threads, java.util.concurrent.Callable<Reply> task)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<Reply>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            pool.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return task.call();
                }));
      }
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> each : all) {
        replies.add(each.get(60, TimeUnit.SECONDS));
      }
      return replies;
    } finally {
      pool.shutdownNow();
    }
  }
}
