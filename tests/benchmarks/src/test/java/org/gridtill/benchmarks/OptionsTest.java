package org.gridtill.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void measuresPaymentsUnlessItIsToldOtherwise() {
    Options options = parse("");
    assertThat(options.mode()).isEqualTo(Options.Mode.PAYMENTS);
    assertThat(options.terminals()).isEqualTo(200);
    assertThat(options.agencyOf(19)).isEqualTo("A001");
    assertThat(options.agencyOf(20)).isEqualTo("A002");
  }

  @Test
  void takesTimesFromTheModeUnlessTheyAreGiven() {
    Options options = parse("--credit --seconds 7");
    assertThat(options.mode()).isEqualTo(Options.Mode.CREDIT);
    assertThat(options.warmUpSeconds()).isEqualTo(5);
    assertThat(options.seconds()).isEqualTo(7);
    assertThat(parse("--growth --sizes 5,6").sizes()).containsExactly(5, 6);
  }

  @Test
  void measuresCreditOnEitherDatabase() {
    assertThat(parse("--credit").database()).isEqualTo("derby");
    assertThat(parse("--credit --database postgresql").database()).isEqualTo("postgresql");
    assertThat(parse("--credit").sync()).isTrue();
    assertThat(parse("--credit --sync off").sync()).isFalse();
  }

  @Test
  void refusesWhatMeansNothing() {
    refuses("--fast", "--fast");
    refuses("--seconds", "--seconds");
    refuses("--mix --growth", "--growth");
    refuses("--threads 0", "--threads");
    refuses("--agencies 7", "agency");
    refuses("--credit --database oracle", "--database");
    refuses("--database postgresql", "--database");
    refuses("--credit --sync maybe", "--sync");
    refuses("--credit --sizes 10", "--sizes");
  }

  private static void refuses(String arguments, String about) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(arguments))
        .withMessageContaining(about);
  }

  private static Options parse(String arguments) {
    return Options.parse(arguments.isEmpty() ? new String[0] : arguments.split(" "));
  }
}
