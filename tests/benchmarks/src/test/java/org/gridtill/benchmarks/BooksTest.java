package org.gridtill.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BooksTest {

  private static final String CREDIT_LIST =
      """
      Holder   | Name      | Limit    | Used     | Reserved | Available | Own money | Under | State
      ---------+-----------+----------+----------+----------+-----------+-----------+-------+-------
      A001     | Riverside | 50000.00 | 12345.67 |     1.00 |  37653.33 |      0.00 | P001  | ACTIVE
      A001/C01 | Wang      |  5000.00 |  1234.56 |     1.00 |   3764.44 |      0.00 | -     | ACTIVE
      A002     | Hillside  |     0.00 |     0.00 |     2.00 |    998.00 |   1000.00 | -     | ACTIVE
      P001     | County    | 90000.00 | 12345.67 |     1.00 |  77653.33 |      0.00 | -     | ACTIVE
      """;

  @Test
  void whatIsHeldBelowIsNotCountedTwice() {
    assertThat(Books.Credit.of(CREDIT_LIST)).isEqualTo(new Books.Credit(1_134_567, 300));
    assertThat(Books.Credit.of(CREDIT_LIST.replace('|', '\u2502')))
        .as("as people see it")
        .isEqualTo(new Books.Credit(1_134_567, 300));
    assertThat(Books.Credit.of("no agencies")).isEqualTo(new Books.Credit(0, 0));
  }
}
