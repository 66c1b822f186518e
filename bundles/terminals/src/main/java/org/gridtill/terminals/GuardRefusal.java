package org.gridtill.terminals;

import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.platform.terminals.Guard;

/**
 * That a guard refuses.
 *
 * @param words why, without an end: what people at the terminal and operations read
 */
record GuardRefusal(Guard guard, Refusal reason, String words) {

  static GuardRefusal card(String words) {
    return new GuardRefusal(Guard.CARD, Refusal.CARD_REFUSED, words);
  }

  static GuardRefusal certificate(String words) {
    return new GuardRefusal(Guard.CERTIFICATE, Refusal.CERTIFICATE_REFUSED, words);
  }

  static GuardRefusal sim(String words) {
    return new GuardRefusal(Guard.SIM, Refusal.SIM_REFUSED, words);
  }

  /** Returns the sentence for the terminal, which names the guard. */
  String text() {
    return name() + " guard: " + words + '.';
  }

  private String name() {
    return switch (guard) {
      case SIM -> "SIM";
      case CERTIFICATE -> "Certificate";
      case DEVICE -> "Device";
      default -> "Card";
    };
  }
}
