package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.gridtill.api.platform.gates.AdapterShare;

/** Which terminals belong to a share. */
class AdapterShareTest {

  private static final String LISTED = "T0000001";

  private static AdapterShare share(int percent) {
    return new AdapterShare("pos", "1.2.0", percent, Set.of(LISTED));
  }

  @Property
  void aHigherPercentageOnlyAddsTerminals(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 16) String terminal,
      @ForAll @IntRange(max = 100) int one,
      @ForAll @IntRange(max = 100) int other) {
    if (share(Math.min(one, other)).serves(terminal)) {
      assertThat(share(Math.max(one, other)).serves(terminal)).isTrue();
    }
    assertThat(share(100).serves(terminal)).isTrue();
    assertThat(share(0).serves(terminal)).isEqualTo(terminal.equals(LISTED));
  }

  @Property
  void nothingButTheCodeDecides(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 16) String terminal,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    AdapterShare other = new AdapterShare("kiosk", "9.0.0.beta", percent, Set.of(LISTED));
    assertThat(other.serves(terminal)).isEqualTo(share(percent).serves(terminal));
  }

  @Property(tries = 20)
  void codesInSequenceAreSpread(@ForAll @IntRange(max = 9_000_000) int first) {
    long served =
        IntStream.range(first, first + 1000)
            .mapToObj(number -> String.format(Locale.ROOT, "T%07d", number))
            .filter(share(20)::serves)
            .count();
    assertThat(served).isBetween(120L, 280L);
  }

  /** Terminals must not change sides with an update of the platform. */
  @Example
  void thePlacesOfTerminalsStayAsTheyAre() {
    assertThat(IntStream.rangeClosed(1, 50).mapToObj(n -> String.format(Locale.ROOT, "T%07d", n)))
        .filteredOn(new AdapterShare("pos", "1.2.0", 10, Set.of())::serves)
        .containsExactly("T0000035", "T0000038", "T0000044");
  }

  @Example
  void aTerminalThatIsNotKnownIsInNoShare() {
    assertThat(share(100).serves("")).isFalse();
  }

  @Example
  void whatMakesNoSenseIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> share(101))
        .withMessage("percent: not from 0 to 100: 101");
    assertThatIllegalArgumentException().isThrownBy(() -> share(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdapterShare("pos", "1.2", 1, Set.of()))
        .withMessage("version: not like 1.2.0: 1.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdapterShare("pos", "1.2.0", 1, Set.of("T-1")))
        .withMessage("terminals: a code has 1 to 16 letters or digits, not: T-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdapterShare("../pos", "1.2.0", 1, Set.of()))
        .withMessageStartingWith("adapter: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdapterShare("pos", "1.2.0", 0, Set.of()))
        .withMessage("a share needs a percentage, terminals, or both");
  }

  @Example
  void itsPartIsToldInWords() {
    assertThat(share(10).part()).isEqualTo("10 % of the terminals, and T0000001");
    assertThat(share(0).part()).isEqualTo("T0000001");
    assertThat(new AdapterShare("pos", "1.2.0", 5, Set.of()))
        .hasToString("pos 1.2.0: 5 % of the terminals");
  }
}
