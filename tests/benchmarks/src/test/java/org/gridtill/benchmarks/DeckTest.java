package org.gridtill.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeckTest {

  @Test
  void dealsTheSharesThatAreDocumented() {
    assertThat(deal(Deck.mix(), 400, true))
        .isEqualTo(
            Map.of(
                Kind.BILL_PAYMENT, 240,
                Kind.CARD_RECHARGE, 50,
                Kind.REMOTE_RECHARGE, 50,
                Kind.BILL_QUERY, 20,
                Kind.METER_QUERY, 20,
                Kind.REVERSAL, 20));
  }

  @Test
  void keepsReversalsForThoseWhoCan() {
    Deck deck = Deck.mix();
    Map<Kind, Integer> without = deal(deck, 380, false);
    assertThat(without).doesNotContainKey(Kind.REVERSAL);
    // Of 400 cards, those that nobody could play come first now.
    assertThat(deal(deck, 20, true)).isEqualTo(Map.of(Kind.REVERSAL, 20));
  }

  @Test
  void dealsPaymentsOnly() {
    assertThat(deal(Deck.payments(), 7, true)).isEqualTo(Map.of(Kind.BILL_PAYMENT, 7));
  }

  private static Map<Kind, Integer> deal(Deck deck, int cards, boolean canReverse) {
    Map<Kind, Integer> dealt = new EnumMap<>(Kind.class);
    for (int i = 0; i < cards; i++) {
      dealt.merge(deck.next(canReverse), 1, Integer::sum);
    }
    return dealt;
  }
}
