package org.gridtill.terminals;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.gridtill.api.platform.terminals.TerminalKind;

/** The guards' settings, checked. */
record GuardSettings(
    Map<TerminalKind, Proof> proofs,
    boolean cardOnManyTerminals,
    Duration challengeLife,
    int pinTries,
    int refusalsToLock) {

  GuardSettings {
    proofs = Map.copyOf(proofs);
  }

  static GuardSettings of(GuardsConfiguration configuration) {
    Map<TerminalKind, Proof> proofs = new EnumMap<>(TerminalKind.class);
    proofs.put(TerminalKind.POS, Proof.of("pos", configuration.pos()));
    proofs.put(TerminalKind.KIOSK, Proof.of("kiosk", configuration.kiosk()));
    proofs.put(TerminalKind.PAYMENT_CAR, Proof.of("paymentCar", configuration.paymentCar()));
    proofs.put(TerminalKind.PC, Proof.of("pc", configuration.pc()));
    return new GuardSettings(
        proofs,
        configuration.cardOnManyTerminals(),
        Duration.ofSeconds(within("challengeSeconds", configuration.challengeSeconds(), 5, 600)),
        within("pinTries", configuration.pinTries(), 1, 10),
        within("refusalsToLock", configuration.refusalsToLock(), 1, 1000));
  }

  Proof proof(TerminalKind kind) {
    return proofs.get(kind);
  }

  /** Tells whether no kind of terminal proves anything but itself. */
  boolean askForNothing() {
    return proofs.values().stream().allMatch(Proof::isNothing);
  }

  static IllegalArgumentException wrong(String key, String words) {
    return new IllegalArgumentException(GuardsConfiguration.PID + ": " + key + ' ' + words);
  }

  private static int within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong(key, "must be from " + least + " to " + most + ", but is " + value);
    }
    return value;
  }
}
