package org.gridtill.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Says who does what, in fixed shares, so that platform and floor get the same mix however fast
 * they are. Safe for use by many threads.
 */
final class Deck {

  private static final long SEED = 186;

  private final List<Kind> cards = new ArrayList<>();
  private int dealt;
  private int reversalsOwed;

  private Deck(Map<Kind, Integer> counts) {
    new TreeMap<>(counts).forEach((kind, n) -> cards.addAll(Collections.nCopies(n, kind)));
    Collections.shuffle(cards, new Random(SEED));
  }

  /** Bill payments only. */
  static Deck payments() {
    return new Deck(Map.of(Kind.BILL_PAYMENT, 1));
  }

  /** 60 % bill payments, 25 % recharges, half of them on a card, 10 % queries, 5 % reversals. */
  static Deck mix() {
    return new Deck(
        Map.of(
            Kind.BILL_PAYMENT, 24,
            Kind.CARD_RECHARGE, 5,
            Kind.REMOTE_RECHARGE, 5,
            Kind.BILL_QUERY, 2,
            Kind.METER_QUERY, 2,
            Kind.REVERSAL, 2));
  }

  /**
   * Returns what to do next.
   *
   * @param canReverse whether the one who asks has a payment to reverse; a reversal that it cannot
   *     do goes to the next one who can
   */
  synchronized Kind next(boolean canReverse) {
    if (canReverse && reversalsOwed > 0) {
      reversalsOwed--;
      return Kind.REVERSAL;
    }
    while (true) {
      Kind kind = cards.get(dealt++ % cards.size());
      if (kind != Kind.REVERSAL || canReverse) {
        return kind;
      }
      reversalsOwed++;
    }
  }
}
