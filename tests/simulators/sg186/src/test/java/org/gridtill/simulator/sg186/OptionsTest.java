package org.gridtill.simulator.sg186;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.YearMonth;
import org.gridtill.simulator.sg186.utility.Population;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final YearMonth NOW = YearMonth.of(2026, 11);

  @Test
  void withoutArgumentsThereAreDefaults() {
    Options options = Options.parse(new String[0], NOW);
    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(18186);
    assertThat(options.controlPort()).isEqualTo(18187);
    assertThat(options.population()).isEqualTo(new Population(10_000, YearMonth.of(2026, 10)));
    assertThat(options.state()).isEmpty();
    assertThat(options.validate()).isTrue();
  }

  @Test
  void argumentsAreTaken() {
    String line =
        "--port 9000 --consumers 50 --latest-month 2025-12 --state x --exchanges 0 --validate no";
    Options options = Options.parse(line.split(" "), NOW);
    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.controlPort()).isEqualTo(9001);
    assertThat(options.population()).isEqualTo(new Population(50, YearMonth.of(2025, 12)));
    assertThat(options.state()).contains(Path.of("x"));
    assertThat(options.exchanges()).isZero();
    assertThat(options.validate()).isFalse();
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertRefused("--prot 1", "--prot");
    assertRefused("--port", "--port");
    assertRefused("--port x", "--port");
    assertRefused("port 1", "port");
    assertRefused("--consumers 0", "consumers");
  }

  private static void assertRefused(String line, String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(line.split(" "), NOW))
        .withMessageContaining(name);
  }
}
