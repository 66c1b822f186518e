package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.pos.WriteOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Field 55 of requests, by hand and against the terminal's side. */
class CardDataTest {

  private static final String SERIAL = "010008" + Cards.SERIAL;
  private static final String CHALLENGE = "020008" + Cards.CHALLENGE;
  private static final String NO_PARAMETERS = "030000";
  private static final String WALLET = "040008" + "FFFFFFFF" + "7FFFFFFF";
  private static final String NO_RETURN_FILE = "050000";
  private static final String READING =
      SERIAL + CHALLENGE + NO_PARAMETERS + WALLET + NO_RETURN_FILE;

  @Test
  void readsABlankCardWrittenByHand() {
    CardData data = CardData.of(Scenario.hex(READING));
    CardWallet wallet = new CardWallet(Money.ofFen(0xffff_ffffL), Integer.MAX_VALUE);
    assertThat(data.reading())
        .isEqualTo(new CardReading(Cards.SERIAL, Cards.CHALLENGE, "", wallet, ""));
    assertThat(data.outcome()).isNull();
  }

  @ParameterizedTest
  @EnumSource(CardOutcome.class)
  void readsEachOutcomeAsTheTerminalWritesIt(CardOutcome outcome) {
    byte[] field =
        Requests.terminal()
            .requests()
            .reportCard(WriteOutcome.valueOf(outcome.name()), null)
            .bytes(55);
    assertThat(CardData.of(field)).isEqualTo(new CardData(null, outcome));
  }

  @Test
  void readsWhatTheTerminalReads() {
    long seed = new Random().nextLong();
    RandomCards cards = new RandomCards(new Random(seed));
    for (int i = 0; i < 2_000; i++) {
      CardReading reading = cards.reading();
      byte[] field =
          Requests.terminal()
              .requests()
              .reportCard(WriteOutcome.UNKNOWN, Cards.readout(reading))
              .bytes(55);
      assertThat(CardData.of(field))
          .as("seed %d, round %d", seed, i)
          .isEqualTo(new CardData(reading, CardOutcome.UNKNOWN));
    }
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatIsNotExact(String hex) {
    byte[] field = Scenario.hex(hex);
    assertThatThrownBy(() -> CardData.of(field)).isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<String> wrong() {
    String parameters = Cards.parameterFile("000000001002", "000100000002", 2);
    String returned = Cards.returnFile("000000001002", "000100000002", 1, 1);
    return Stream.of(
        "",
        "01",
        "0600",
        "060001", // cut short
        "06FFFF00",
        "06000100" + "00", // a byte too much
        "06000104", // no such outcome
        "060001FF",
        "0600020000",
        "060000",
        "06000100" + "06000100", // twice
        "06000100" + READING, // wrong order
        "00000100" + "06000100", // no such element
        READING + "06000100" + "070000",
        READING + "11000131", // an answer's
        SERIAL, // not all of the reading
        SERIAL + CHALLENGE + NO_PARAMETERS + WALLET,
        CHALLENGE + NO_PARAMETERS + WALLET + NO_RETURN_FILE,
        "0100071122334455667788".substring(0, 20) + CHALLENGE + NO_PARAMETERS + WALLET,
        READING.replace(WALLET, "04000400000000"),
        READING.replace(WALLET, "0400080000000080000000"), // a count out of range
        READING.replace(NO_PARAMETERS, "030001" + "68"),
        READING.replace(NO_PARAMETERS, "03002D" + parameters.replace("6801", "6802")),
        READING.replace(NO_PARAMETERS, "030031" + returned), // the other file
        READING.replace(NO_RETURN_FILE, "05002D" + parameters),
        READING.replace(NO_RETURN_FILE, "050031" + "00".repeat(49))); // empty, but sent
  }

  @Test
  void refusesEveryFieldThatIsCutShort() {
    byte[] whole = Scenario.hex(READING + "06000101");
    // After the reading a cut makes a field that is right, with no outcome.
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (length != READING.length() / 2) {
        assertThatThrownBy(() -> CardData.of(cut))
            .as("%d bytes", length)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void complainsAboutHostileBytesInOneWayOnly() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] right = Scenario.hex(READING + "06000101");
    for (int i = 0; i < 50_000; i++) {
      byte[] field = Arrays.copyOf(right, random.nextInt(right.length + 5));
      for (int changes = random.nextInt(3); changes >= 0 && field.length > 0; changes--) {
        field[random.nextInt(field.length)] = (byte) random.nextInt(256);
      }
      try {
        CardData.of(field);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageNotContaining("null");
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + " " + HexFormat.of().formatHex(field), e);
      }
    }
  }
}
