package org.gridtill.api.platform.terminals;

/** What a terminal is, which decides what must prove it before money moves. */
public enum TerminalKind {
  /** A handheld that a collector carries. */
  POS,
  /** A self-service machine that nobody works. */
  KIOSK,
  /** A car that drives into villages. */
  PAYMENT_CAR,
  /** A PC at a counter. */
  PC;

  /**
   * Returns the kind that an adapter of that name serves; the strictest, a POS, if none says so.
   */
  public static TerminalKind ofAdapter(String adapter) {
    for (TerminalKind kind : values()) {
      if (kind.word().equals(adapter)) {
        return kind;
      }
    }
    return POS;
  }

  /** Returns the kind of that name as people write it, such as payment-car. */
  public static TerminalKind parse(String word) {
    for (TerminalKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("the kind is pos, kiosk, payment-car or pc, not " + word);
  }

  /** Returns its name as people write it. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
