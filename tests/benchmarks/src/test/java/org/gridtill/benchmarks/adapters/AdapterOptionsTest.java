package org.gridtill.benchmarks.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AdapterOptionsTest {

  @Test
  void measuresEverythingUnlessItIsToldOtherwise() {
    AdapterOptions options = AdapterOptions.parse();
    assertThat(options.parts())
        .containsExactly(Part.DEPLOY, Part.SWAP, Part.ISOLATION, Part.IDLE, Part.SIZE);
    assertThat(options.frames()).isEqualTo(100_000);
    assertThat(options.swaps()).isEqualTo(50);
    assertThat(options.idle()).isEqualTo(10_000);
    assertThat(AdapterOptions.parse("--part", "size,swap", "--swaps", "3"))
        .returns(3, AdapterOptions::swaps)
        .satisfies(some -> assertThat(some.parts()).containsExactly(Part.SWAP, Part.SIZE));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatIllegalArgumentException().isThrownBy(() -> AdapterOptions.parse("--part", "all"));
    assertThatIllegalArgumentException().isThrownBy(() -> AdapterOptions.parse("--swaps"));
    assertThatIllegalArgumentException().isThrownBy(() -> AdapterOptions.parse("--swaps", "0"));
    assertThatIllegalArgumentException().isThrownBy(() -> AdapterOptions.parse("--mix", "1"));
  }
}
