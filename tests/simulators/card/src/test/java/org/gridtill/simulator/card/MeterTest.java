package org.gridtill.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.ReturnWriteFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which rules a meter takes a card, or a purchase over the air. */
class MeterTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T02:03:04Z"), ZoneOffset.UTC);
  private static final Money LIMIT = Money.parse("1000.00");

  private Meter meter;
  private CpuCard card;

  @BeforeEach
  void makeMeter() {
    meter = new Meter(Cards.METER, LIMIT, Cards.KEYS, CLOCK);
    card = Cards.blank();
  }

  @ParameterizedTest(name = "meter {0}, card {1} of {2}, return file {3}: {4}")
  @CsvSource({
    // The count is the one after the meter's: credit, if the return-write file was cleared.
    "1, 2, PURCHASE, empty, CREDITED, 150.00",
    "4, 5, PURCHASE, empty, CREDITED, 450.00",
    "1, 2, PURCHASE, filled, NOT_CLEARED, 100.00",
    "1, 2, REPLACEMENT, empty, CREDITED, 150.00",
    // The same count: the meter has it.
    "1, 1, PURCHASE, empty, NOTHING_NEW, 100.00",
    "1, 1, PURCHASE, filled, NOTHING_NEW, 100.00",
    "1, 1, REPLACEMENT, empty, NOTHING_NEW, 100.00",
    "1, 1, OPENING, empty, NOTHING_NEW, 100.00",
    // Any other count.
    "3, 2, PURCHASE, empty, COUNT_BEHIND, 300.00",
    "3, 0, PURCHASE, filled, COUNT_BEHIND, 300.00",
    "1, 3, PURCHASE, empty, COUNT_AHEAD, 100.00",
    "1, 9, PURCHASE, filled, COUNT_AHEAD, 100.00"
  })
  void anOpenedMeterGoesByTheCount(
      int meterCount, int count, CardType type, String file, Insertion result, String remaining) {
    openTo(meterCount);
    Cards.written(card, type, 5_000, count);
    if (file.equals("filled")) {
      fillReturnFile();
    }
    assertThat(meter.insert(card)).isEqualTo(result);
    assertThat(meter.remaining()).isEqualTo(Money.parse(remaining));
    int countAfter = result == Insertion.CREDITED ? count : meterCount;
    assertThat(meter.purchaseCount()).isEqualTo(countAfter);
    assertThat(card.reading().returnWrite())
        .contains(
            new ReturnWriteFile(Cards.METER, Cards.CONSUMER, Money.parse(remaining), countAfter));
  }

  @ParameterizedTest(name = "card of {0} with {1}: {2}")
  @CsvSource({
    "OPENING, 1, CREDITED",
    "OPENING, 0, NOTHING_NEW",
    "OPENING, 2, NOT_FIRST_PURCHASE",
    "PURCHASE, 1, NOT_OPENED",
    "REPLACEMENT, 1, NOT_OPENED"
  })
  void aMeterThatIsNotOpenedTakesOpeningCardsOnly(CardType type, int count, Insertion result) {
    Cards.written(card, type, count * 5_000L, count);
    assertThat(meter.insert(card)).isEqualTo(result);
    assertThat(meter.isOpened()).isEqualTo(result.writesBack());
    assertThat(meter.remaining().fen()).isEqualTo(result == Insertion.CREDITED ? 5_000 : 0);
    assertThat(card.reading().returnWrite().isPresent()).isEqualTo(result.writesBack());
  }

  @Test
  void aBlankCardIsRefused() {
    assertRefused(card, Insertion.BLANK);
  }

  @Test
  void aCardWithOtherKeysIsRefused() {
    CardCryptography others = new SubstituteCryptography("another root key");
    CpuCard forged = new CpuCard("00000000000000AA", others, 1);
    CardScript script = new CardScript(others);
    forged.write(
        script.sale(
            forged.reading(),
            Cards.METER,
            Cards.CONSUMER,
            CardType.OPENING,
            Cards.wallet(99_999, 1)));
    assertRefused(forged, Insertion.NOT_GENUINE);
  }

  @Test
  void anotherMetersCardIsRefused() {
    card.write(
        new CardScript(Cards.KEYS)
            .sale(
                card.reading(),
                "200000000002",
                Cards.CONSUMER,
                CardType.OPENING,
                Cards.wallet(1, 1)));
    assertRefused(card, Insertion.WRONG_METER);
  }

  @Test
  void anotherConsumersCardIsRefused() {
    openTo(1);
    CpuCard others = Cards.blank();
    others.write(
        new CardScript(Cards.KEYS)
            .sale(
                others.reading(),
                Cards.METER,
                "000100000002",
                CardType.PURCHASE,
                Cards.wallet(1, 2)));
    assertRefused(others, Insertion.WRONG_CONSUMER);
  }

  @ParameterizedTest
  @CsvSource({"PURCHASE, 2", "PURCHASE, 1", "OPENING, 1"})
  void aCardThatTheMeterDoesNotKnowIsRefused(CardType type, int count) {
    openTo(1);
    assertRefused(Cards.written(Cards.blank(), type, 5_000, count), Insertion.WRONG_CARD);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "5000, 2"})
  void aReplacementTakesThePlaceOfTheLostCard(long fen, int count) {
    CpuCard lost = card;
    openTo(1);
    CpuCard found = Cards.written(Cards.blank(), CardType.REPLACEMENT, fen, count);
    assertThat(meter.insert(found).writesBack()).isTrue();
    assertThat(meter.remaining().fen()).isEqualTo(10_000 + fen);
    assertRefused(Cards.written(lost, CardType.PURCHASE, 5_000, count + 1), Insertion.WRONG_CARD);
    assertThat(meter.insert(Cards.written(found, CardType.PURCHASE, 5_000, count + 1)))
        .isEqualTo(Insertion.CREDITED);
  }

  @Test
  void aPurchaseOverTheLimitWaitsOnTheCard() {
    openTo(1);
    Cards.written(card, CardType.PURCHASE, 90_001, 2);
    assertThat(meter.insert(card)).isEqualTo(Insertion.OVER_LIMIT);
    assertThat(card.reading().returnWrite()).isEmpty();
    meter.consume(Money.ofFen(1));
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
    assertThat(meter.remaining()).isEqualTo(LIMIT);
  }

  @Test
  void aPurchaseIsTakenOnce() {
    openTo(1);
    Cards.written(card, CardType.PURCHASE, 5_000, 2);
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
    assertThat(meter.insert(card)).isEqualTo(Insertion.NOTHING_NEW);
    assertThat(meter.remaining().fen()).isEqualTo(15_000);
  }

  @Test
  void onlyAnOpeningCardSetsTheTariffsInForce() {
    openTo(1);
    String opened = meter.currentTariffs();
    assertThat(opened).isNotEmpty();
    assertThat(meter.backupTariffs()).isNotEmpty();
    CpuCard other = Cards.written(Cards.blank(), CardType.REPLACEMENT, 5_000, 2);
    assertThat(meter.insert(other)).isEqualTo(Insertion.CREDITED);
    assertThat(meter.currentTariffs()).isEqualTo(opened);
  }

  @Test
  void creditPaysTheOverdraftFirst() {
    openTo(1);
    meter.consume(Money.parse("120.00"));
    assertThat(meter.overdraft()).isEqualTo(Money.parse("20.00"));
    assertThat(meter.remaining()).isEqualTo(Money.ZERO);
    assertThat(meter.insert(Cards.written(card, CardType.PURCHASE, 5_000, 2)))
        .isEqualTo(Insertion.CREDITED);
    assertThat(meter.remaining()).isEqualTo(Money.parse("30.00"));
    assertThat(meter.overdraft()).isEqualTo(Money.ZERO);
  }

  @ParameterizedTest(name = "{0} with {1} fen, count {2}: {3}")
  @CsvSource({
    "000100000001, 5000, 4, TAKEN, 35000",
    "000100000001, 5000, 3, REPEATED, 30000",
    "000100000001, 5000, 2, WRONG_COUNT, 30000",
    "000100000001, 5000, 5, WRONG_COUNT, 30000",
    "000100000002, 5000, 4, WRONG_CONSUMER, 30000",
    "000100000001, 70000, 4, TAKEN, 100000",
    "000100000001, 70001, 4, OVER_LIMIT, 30000"
  })
  void aPurchaseOverTheAirGoesByTheCount(
      String consumer, long fen, int count, RemoteRecharge result, long remaining) {
    openTo(3);
    assertThat(meter.recharge(consumer, Money.ofFen(fen), count)).isEqualTo(result);
    assertThat(meter.remaining().fen()).isEqualTo(remaining);
  }

  @ParameterizedTest(name = "opened over the air with {0} fen, count {1}: {2}")
  @CsvSource({
    "5000, 1, TAKEN",
    "0, 0, TAKEN",
    "0, 1, WRONG_COUNT",
    "5000, 0, WRONG_COUNT",
    "5000, 2, WRONG_COUNT",
    "100001, 1, OVER_LIMIT"
  })
  void aMeterIsOpenedOverTheAir(long fen, int count, RemoteRecharge result) {
    assertThat(meter.recharge(Cards.CONSUMER, Money.ofFen(1), 1))
        .isEqualTo(RemoteRecharge.NOT_OPENED);
    assertThat(meter.open(Cards.CONSUMER, Money.ofFen(fen), count)).isEqualTo(result);
    boolean taken = result == RemoteRecharge.TAKEN;
    assertThat(meter.isOpened()).isEqualTo(taken);
    assertThat(meter.remaining().fen()).isEqualTo(taken ? fen : 0);
    if (taken) {
      assertThat(meter.open(Cards.CONSUMER, Money.ofFen(fen), count))
          .isEqualTo(RemoteRecharge.REPEATED);
    }
  }

  @Test
  void aLimitBeyondWhatAMeterCanStoreIsRefused() {
    Money tooMuch = Meter.CAPACITY.plus(Money.ofFen(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Meter(Cards.METER, tooMuch, Cards.KEYS, CLOCK));
  }

  /** Brings the meter to that count, with 100 yuan for each; our card is the one it knows. */
  private void openTo(int count) {
    Cards.written(card, CardType.OPENING, 10_000, 1);
    assertThat(meter.insert(card)).isEqualTo(Insertion.CREDITED);
    for (int i = 2; i <= count; i++) {
      assertThat(meter.insert(Cards.written(card, CardType.PURCHASE, 10_000, i)))
          .isEqualTo(Insertion.CREDITED);
    }
  }

  private void fillReturnFile() {
    card.writeReturnFile(
        CardFiles.returnWriteFile(
            Cards.METER, Cards.CONSUMER, Money.ZERO, 1, Money.ZERO, 0, LocalDateTime.now(CLOCK)));
  }

  private void assertRefused(CpuCard refused, Insertion result) {
    int before = meter.illegalInsertions();
    Money remaining = meter.remaining();
    assertThat(meter.insert(refused)).isEqualTo(result);
    assertThat(meter.illegalInsertions()).isEqualTo(before + 1);
    assertThat(meter.remaining()).isEqualTo(remaining);
    assertThat(refused.reading().returnWrite()).isEmpty();
  }
}
