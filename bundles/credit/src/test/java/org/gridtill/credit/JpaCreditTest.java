package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaCreditTest {

  private static final Money TEN = Money.parse("10.00");

  private final TestDatabase database = new TestDatabase();
  private final JpaCredit credit = new JpaCredit(database.jpa());

  @BeforeEach
  void open() {
    credit.open("A001", "Riverside agency", Money.parse("100.00"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void reservesUpToTheLimitAndNotAFenMore() {
    assertThat(credit.reserve("A001", Money.parse("99.99"))).isTrue();
    assertThat(credit.reserve("A001", Money.parse("0.02"))).isFalse();
    assertThat(credit.reserve("A001", Money.parse("0.01"))).isTrue();
    assertThat(line().available()).isEqualTo(Money.ZERO);
  }

  @Test
  void neverWrapsAround() {
    credit.reserve("A001", TEN);

    assertThat(credit.reserve("A001", Money.ofFen(Long.MAX_VALUE))).isFalse();
  }

  @Test
  void followsAReservationToItsEnd() {
    credit.reserve("A001", TEN);
    credit.reserve("A001", TEN);
    credit.commit("A001", TEN);
    credit.release("A001", TEN);
    assertThat(line())
        .isEqualTo(
            new CreditLine("A001", "Riverside agency", Money.parse("100.00"), TEN, Money.ZERO));
    credit.restore("A001", TEN);

    assertThat(line().used()).isEqualTo(Money.ZERO);
  }

  @Test
  void givesBackNoMoreThanThereIs() {
    credit.reserve("A001", TEN);

    assertThatThrownBy(() -> credit.release("A001", Money.parse("10.01")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> credit.restore("A001", Money.parse("0.01")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(line().reserved()).isEqualTo(TEN);
  }

  @Test
  void rollsBackWithItsCaller() {
    assertThatThrownBy(
            () ->
                database
                    .jpa()
                    .tx(
                        TransactionType.Required,
                        em -> {
                          credit.reserve("A001", TEN);
                          throw new IllegalStateException("on purpose");
                        }))
        .hasMessage("on purpose");

    assertThat(line().reserved()).isEqualTo(Money.ZERO);
  }

  @Test
  void knowsNoOtherAgency() {
    assertThat(credit.reserve("A002", TEN)).isFalse();
    assertThat(credit.find("A002")).isEmpty();
    assertThatThrownBy(() -> credit.open("A001", "Another", TEN)).hasMessageContaining("exists");
  }

  @Test
  void holdsWhoeverComesAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> reservation = () -> credit.reserve("A001", Money.parse("7.00"));
      int granted = 0;
      for (Future<Boolean> future : pool.invokeAll(Collections.nCopies(100, reservation))) {
        granted += future.get() ? 1 : 0;
      }
      assertThat(granted).isEqualTo(14);
    } finally {
      pool.shutdownNow();
    }
    assertThat(line().reserved()).isEqualTo(Money.parse("98.00"));
  }

  private CreditLine line() {
    return credit.find("A001").orElseThrow();
  }
}
