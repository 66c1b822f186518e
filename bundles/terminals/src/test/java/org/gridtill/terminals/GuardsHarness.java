package org.gridtill.terminals;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.gridtill.store.testing.TestDatabase;

/** A terminal with an identity card and a SIM of its own, all of them new, before the guards. */
final class GuardsHarness {

  static final Holder COLLECTOR = new Holder("A001", "C01");
  static final String PIN = "2580";

  private static final AtomicInteger COUNT = new AtomicInteger();

  final FakeNeighbors neighbors = new FakeNeighbors();
  final FakeCardKeys keys = new FakeCardKeys();
  final FakeTrail trail = new FakeTrail();
  final AlarmDesk alarms;
  final JpaTerminalRegistry registry;
  final CardDesk cards;
  final SimDesk sims;
  final BindingDesk bindings;
  final ShiftDesk shifts;
  final TerminalImporter importer;
  final String terminal;
  final String cardNo;
  final String iccid;
  final String imsi;

  GuardsHarness(TestDatabase database) {
    this(database, settings("card", "pin", "sim"));
  }

  GuardsHarness(TestDatabase database, GuardSettings settings) {
    alarms = new AlarmDesk(database.jpa(), neighbors);
    registry =
        new JpaTerminalRegistry(
            database.jpa(),
            neighbors,
            neighbors,
            neighbors,
            new TerminalsSettings(
                java.time.Duration.ofMinutes(3),
                java.time.Duration.ofSeconds(30),
                java.time.Duration.ZERO),
            neighbors::nanoTime);
    cards = new CardDesk(database.jpa(), neighbors, keys, neighbors);
    sims = new SimDesk(database.jpa(), neighbors);
    bindings = new BindingDesk(database.jpa(), neighbors, settings);
    shifts =
        new ShiftDesk(database.jpa(), keys, neighbors, alarms, trail, settings, new SecureRandom());
    importer = new TerminalImporter(database.jpa(), neighbors, neighbors, settings);
    int number = COUNT.incrementAndGet();
    terminal = String.format(Locale.ROOT, "G%07d", number);
    cardNo = String.format(Locale.ROOT, "880000%08d", number);
    iccid = iccid(number);
    imsi = imsi(number);
  }

  static GuardSettings settings(String... posProves) {
    Proof pos = Proof.of("pos", posProves);
    return new GuardSettings(
        Map.of(
            TerminalKind.POS,
            pos,
            TerminalKind.KIOSK,
            Proof.of("kiosk", "sim"),
            TerminalKind.PAYMENT_CAR,
            pos,
            TerminalKind.PC,
            Proof.of("pc", "card")),
        false,
        java.time.Duration.ofSeconds(60),
        3,
        5);
  }

  static String iccid(int number) {
    String digits = String.format(Locale.ROOT, "898600%012d", number);
    for (int check = 0; check < 10; check++) {
      if (Forms.isLuhn(digits + check)) {
        return digits + check;
      }
    }
    throw new AssertionError();
  }

  static String imsi(int number) {
    return String.format(Locale.ROOT, "46000%010d", number);
  }

  /** Registers terminal, card and SIM, and binds them. */
  GuardsHarness bound() {
    registry.register(terminal, "A001", "pos");
    cards.add(cardNo, "anna");
    cards.issue(cardNo, COLLECTOR, PIN.toCharArray(), "anna");
    sims.add(iccid, imsi, "anna");
    bind(cardNo, iccid);
    return this;
  }

  void bind(String card, String sim) {
    bindings.request(terminal, card, sim, "anna");
    bindings.approve(terminal, card, sim, "ben");
  }

  Origin origin() {
    return new Origin(terminal, "A001", "000001", "000001", "C01");
  }

  byte[] challenge() {
    return ((Reply.CardChallenge) shifts.challenge(new ShiftRequest.AskChallenge(origin())))
        .challenge();
  }

  /** The request that opens a shift with everything right. */
  ShiftRequest.Open opening() {
    return opening(cardNo, PIN, iccid, imsi);
  }

  ShiftRequest.Open opening(String card, String pin, String sim, String subscriber) {
    byte[] answer = FakeCardKeys.answer(card, terminal, challenge());
    return new ShiftRequest.Open(origin(), card, answer, FakeCardKeys.block(pin), sim, subscriber);
  }

  Reply open(ShiftRequest.Open request) {
    return shifts.open(request, new KeyHandle(terminal, 1));
  }

  long openShift() {
    return ((Reply.ShiftOpened) open(opening())).shiftNo();
  }

  Optional<Refusal> pay() {
    return shifts.admit(payment()).map(Reply.Refused::reason);
  }

  Request payment() {
    return new Request.PayBills(origin(), new ConsumerNo("1"), Money.ofFen(100));
  }
}
