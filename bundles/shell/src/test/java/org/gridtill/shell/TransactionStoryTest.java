package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.shell.Records.NOW;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.junit.jupiter.api.Test;

class TransactionStoryTest {

  @Test
  void everyStateOfMoneyHasItsOwnSentence() {
    Set<String> stories =
        Arrays.stream(TransactionState.values())
            .map(state -> TransactionStory.of(Records.payment(state), NOW))
            .collect(Collectors.toSet());
    assertThat(stories)
        .hasSameSizeAs(TransactionState.values())
        .allSatisfy(story -> assertThat(story).matches("[a-z].*[a-z0-9]"));
  }

  @Test
  void everyStateOfCardAndMeterButNoneIsTold() {
    Set<String> cards =
        Arrays.stream(CardState.values())
            .map(card -> story(TransactionState.COMPLETED, card, MeterState.NONE))
            .collect(Collectors.toSet());
    assertThat(cards)
        .hasSameSizeAs(CardState.values())
        .contains("completed: billed as S-77, in the journal");
    Set<String> meters =
        Arrays.stream(MeterState.values())
            .map(meter -> story(TransactionState.COMPLETED, CardState.WRITTEN, meter))
            .collect(Collectors.toSet());
    assertThat(meters)
        .hasSameSizeAs(MeterState.values())
        .allSatisfy(story -> assertThat(story).contains("; the sale is on the card"));
  }

  @Test
  void whatMovesNoMoneyIsNotSaidToMoveSome() {
    for (TransactionState state :
        Set.of(
            TransactionState.AUTHORISED, TransactionState.DECLINED, TransactionState.COMPLETED)) {
      assertThat(
              TransactionStory.of(
                  Records.record(
                      Records.PAYMENT,
                      TransactionKind.CARD_REWRITE,
                      state,
                      CardState.NONE,
                      MeterState.NONE,
                      null),
                  NOW))
          .doesNotContain("credit", "reservation", "journal");
    }
  }

  private static String story(TransactionState state, CardState card, MeterState meter) {
    return TransactionStory.of(Records.recharge(state, card, meter), NOW);
  }
}
