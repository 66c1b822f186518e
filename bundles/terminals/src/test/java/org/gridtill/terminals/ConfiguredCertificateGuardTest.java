package org.gridtill.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.GuardAlarm;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may speak over whose certificate. */
class ConfiguredCertificateGuardTest {

  private static final TestDatabase DATABASE = new TestDatabase();
  private final FakeNeighbors neighbors = new FakeNeighbors();
  private final GuardsHarness site = new GuardsHarness(DATABASE);
  private ConfiguredCertificateGuard guard;
  private String kiosk;

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void register() {
    GuardSettings settings =
        new GuardSettings(
            Map.of(
                TerminalKind.POS, Proof.of("pos", "certificate"),
                TerminalKind.KIOSK, Proof.of("kiosk"),
                TerminalKind.PAYMENT_CAR, Proof.of("paymentCar"),
                TerminalKind.PC, Proof.of("pc")),
            false,
            Duration.ofSeconds(60),
            3,
            5);
    guard =
        new ConfiguredCertificateGuard(
            DATABASE.jpa(), neighbors, site.alarms, settings, neighbors::nanoTime);
    site.registry.register(site.terminal, "A001", "pos");
    kiosk = site.terminal.replace('G', 'K');
    site.registry.register(kiosk, "A001", "pos", TerminalKind.KIOSK, "");
  }

  private Optional<Reply.Refused> speak(String terminal, String certified) {
    return guard.admit(new Origin(terminal, "A001", "000001", "000001"), certified);
  }

  @Test
  void aTerminalSpeaksOverItsOwnCertificate() {
    assertThat(speak(site.terminal, site.terminal)).isEmpty();
    assertThat(speak(kiosk, kiosk)).isEmpty();
    assertThat(site.alarms.open())
        .noneMatch(
            alarm ->
                alarm.guard() == Guard.CERTIFICATE && alarm.terminalCode().equals(site.terminal));
  }

  @Test
  void noneSpeaksOverAnothersAndBothAreTold() {
    Reply.Refused refused = speak(kiosk, site.terminal).orElseThrow();
    assertThat(refused.reason()).isEqualTo(Refusal.CERTIFICATE_REFUSED);
    assertThat(refused.text())
        .isEqualTo("Certificate guard: this connection's certificate is another terminal's.");
    assertThat(site.alarms.open())
        .filteredOn(alarm -> alarm.guard() == Guard.CERTIFICATE)
        .filteredOn(alarm -> alarm.detail().contains(kiosk) || alarm.terminalCode().equals(kiosk))
        .extracting(GuardAlarm::terminalCode)
        .containsExactlyInAnyOrder(site.terminal, kiosk);
  }

  @Test
  void aKindThatMustShowOneDoesNotSpeakWithout() {
    assertThat(speak(kiosk, "")).as("need not").isEmpty();
    assertThat(speak(site.terminal, ""))
        .map(Reply.Refused::text)
        .contains("Certificate guard: this terminal must connect with its certificate.");
  }

  @Test
  void whatIsNotRegisteredIsTakenForTheStrictest() {
    assertThat(speak("X9999999", "")).isPresent();
    assertThat(site.alarms.open())
        .as("an invented name fills no table")
        .noneMatch(alarm -> alarm.terminalCode().equals("X9999999"));
  }
}
