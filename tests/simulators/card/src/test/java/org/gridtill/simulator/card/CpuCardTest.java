package org.gridtill.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;
import org.gridtill.api.adapter.card.CardWriteStep.Target;
import org.gridtill.api.adapter.card.ParameterFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuCardTest {

  private static final CardWallet FIRST = Cards.wallet(10_000, 1);
  private static final int STEPS = 6;

  private final CpuCard card = Cards.blank();

  @Test
  void aBlankCardSaysSo() {
    CardReading reading = card.reading();
    assertThat(reading.cardSerial()).isEqualTo(card.serial());
    assertThat(reading.parameters()).isEmpty();
    assertThat(reading.returnWrite()).isEmpty();
    assertThat(reading.wallet()).isEqualTo(CardWallet.EMPTY);
  }

  @Test
  void theChallengeIsFreshAndFollowsFromTheSeed() {
    CpuCard one = new CpuCard("0000000000000001", Cards.KEYS, 5);
    CpuCard same = new CpuCard("0000000000000001", Cards.KEYS, 5);
    CardReading first = one.reading();
    assertThat(first).isEqualTo(same.reading());
    assertThat(one.reading().challenge()).isNotEqualTo(first.challenge());
  }

  @Test
  void aScriptPutsASaleOnTheCard() {
    CardWrite script = Cards.sale(card.reading(), CardType.OPENING, FIRST);
    assertThat(script.steps()).hasSize(STEPS);
    assertThat(script.steps().get(STEPS - 1).target()).isEqualTo(Target.WALLET);
    assertThat(card.write(script)).isEqualTo(CardOutcome.WRITTEN);
    CardReading reading = card.reading();
    assertThat(reading.wallet()).isEqualTo(FIRST);
    assertThat(reading.parameters())
        .contains(new ParameterFile(Cards.METER, Cards.CONSUMER, CardType.OPENING));
    assertThat(reading.returnWrite()).isEmpty();
  }

  @Test
  void aScriptForAnotherReadingIsRefused() {
    CardWrite script = Cards.sale(card.reading(), CardType.OPENING, FIRST);
    card.reading();
    assertThat(card.write(script)).isEqualTo(CardOutcome.NOT_WRITTEN);
    assertThat(card.reading().wallet()).isEqualTo(CardWallet.EMPTY);
  }

  @Test
  void aScriptForAnotherCardIsRefused() {
    CardReading mine = card.reading();
    CpuCard other = Cards.blank();
    CardReading its = new CardReading(other.serial(), mine.challenge(), "", CardWallet.EMPTY, "");
    CardWrite script = Cards.sale(its, CardType.OPENING, FIRST);
    assertThat(card.apply(script.steps().get(0))).isEqualTo(CardStatus.WRONG_CRYPTOGRAM);
  }

  @Test
  void aScriptWithOtherKeysIsRefused() {
    CardScript forger = new CardScript(new SubstituteCryptography("another root key"));
    CardWrite script =
        forger.sale(card.reading(), Cards.METER, Cards.CONSUMER, CardType.OPENING, FIRST);
    assertThat(card.write(script)).isEqualTo(CardOutcome.NOT_WRITTEN);
  }

  @Test
  void aWriteWithoutAuthenticationIsRefused() {
    CardWrite script = Cards.sale(card.reading(), CardType.OPENING, FIRST);
    assertThat(card.apply(script.steps().get(1))).isEqualTo(CardStatus.NOT_AUTHENTICATED);
    assertThat(card.reading().parameters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aCommandThatIsLeftOutSpoilsTheNext(int missing) {
    List<CardWriteStep> steps =
        new ArrayList<>(Cards.sale(card.reading(), CardType.OPENING, FIRST).steps());
    steps.remove(missing);
    for (CardWriteStep step : steps.subList(0, missing)) {
      assertThat(card.apply(step)).isEqualTo(CardStatus.ACCEPTED);
    }
    assertThat(card.apply(steps.get(missing))).isEqualTo(CardStatus.WRONG_CODE);
  }

  @Test
  void aCommandIsNotDoneTwice() {
    List<CardWriteStep> steps = Cards.sale(card.reading(), CardType.OPENING, FIRST).steps();
    card.apply(steps.get(0));
    assertThat(card.apply(steps.get(1))).isEqualTo(CardStatus.ACCEPTED);
    assertThat(card.apply(steps.get(1))).isEqualTo(CardStatus.WRONG_CODE);
  }

  @Test
  void changedDataAreRefused() {
    List<CardWriteStep> steps = Cards.sale(card.reading(), CardType.OPENING, FIRST).steps();
    CardWriteStep last = steps.get(STEPS - 1);
    steps.subList(0, STEPS - 1).forEach(card::apply);
    String richer = CardFiles.wallet(Cards.wallet(10_001, 1));
    assertThat(card.apply(new CardWriteStep(Target.WALLET, richer, last.mac())))
        .isEqualTo(CardStatus.WRONG_CODE);
    assertThat(card.apply(new CardWriteStep(Target.RETURN_FILE, last.data(), last.mac())))
        .isEqualTo(CardStatus.WRONG_CODE);
    assertThat(card.apply(last)).isEqualTo(CardStatus.ACCEPTED);
  }

  @Test
  void aFileOfAnotherLengthIsRefused() {
    CardReading reading = card.reading();
    card.apply(Cards.sale(reading, CardType.OPENING, FIRST).steps().get(0));
    String code = Cards.KEYS.writeCode(card.serial(), reading.challenge(), 0, Target.WALLET, "01");
    assertThat(card.apply(new CardWriteStep(Target.WALLET, "01", code)))
        .isEqualTo(CardStatus.WRONG_LENGTH);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void aCardPulledOutBeforeTheWalletDoesNotHaveTheSale(int commands) {
    CardWrite script = Cards.sale(card.reading(), CardType.OPENING, FIRST);
    card.pullOutAfter(commands);
    assertThat(card.write(script)).isEqualTo(CardOutcome.UNKNOWN);
    assertThat(card.apply(script.steps().get(0))).isEqualTo(CardStatus.REMOVED);
    CardReading after = card.reading();
    assertThat(card.holds(script.wallet())).isFalse();
    assertThat(after.parameters().isPresent()).isEqualTo(commands > 1);
    assertRewritten(after);
  }

  @Test
  void aCardPulledOutAfterTheWalletHasTheSaleThoughNobodyWasTold() {
    CardWrite script = Cards.sale(card.reading(), CardType.OPENING, FIRST);
    card.pullOutAfter(STEPS);
    assertThat(card.write(script)).isEqualTo(CardOutcome.UNKNOWN);
    CardReading after = card.reading();
    assertThat(card.holds(script.wallet())).isTrue();
    assertRewritten(after);
  }

  @Test
  void anOpeningIsTakenOffAgain() {
    Cards.written(card, CardType.OPENING, 10_000, 1);
    assertThat(card.write(Cards.clearing(card.reading(), CardWallet.EMPTY)))
        .isEqualTo(CardOutcome.WRITTEN);
    CardReading after = card.reading();
    assertThat(after.parameters()).isEmpty();
    assertThat(after.wallet()).isEqualTo(CardWallet.EMPTY);
  }

  @Test
  void aPurchaseIsTakenOffAgain() {
    CardWallet before = new CardWallet(Money.ZERO, 1);
    Cards.written(card, CardType.PURCHASE, 10_000, 2);
    card.write(Cards.clearing(card.reading(), before));
    assertThat(card.reading().wallet()).isEqualTo(before);
    assertThat(card.reading().parameters()).isPresent();
  }

  private void assertRewritten(CardReading reading) {
    assertThat(card.write(Cards.sale(reading, CardType.OPENING, FIRST)))
        .isEqualTo(CardOutcome.WRITTEN);
    assertThat(card.reading().wallet()).isEqualTo(FIRST);
  }
}
