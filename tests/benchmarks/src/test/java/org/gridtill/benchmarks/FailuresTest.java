package org.gridtill.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {

  private final Failures failures = new Failures();

  @Test
  void countsFailuresOfOneCauseTogether() {
    for (int i = 0; i < 1000; i++) {
      failures.add(Kind.BILL_PAYMENT, "code 05, 11004 serial number 26328000" + i + " was used");
    }
    failures.add(Kind.REVERSAL, "code 96, system error\nand more");
    assertThat(failures.total()).isEqualTo(1001);
    assertThat(failures.toString().lines())
        .containsExactly(
            "1001 refused or failed",
            "  1000 times bill payment: code 05, 11004 serial number # was used",
            "  1 times reversal: code 96, system error");
  }

  @Test
  void staysShort() {
    for (int i = 0; i < 60; i++) {
      failures.add(Kind.BILL_PAYMENT, "code " + i + ", " + "x".repeat(1000));
    }
    assertThat(failures.total()).isEqualTo(60);
    assertThat(failures.toString().length()).isLessThan(1000);
  }
}
