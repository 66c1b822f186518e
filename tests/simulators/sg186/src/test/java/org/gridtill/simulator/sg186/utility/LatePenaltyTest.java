package org.gridtill.simulator.sg186.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.gridtill.simulator.sg186.contract.types.ConsumerClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatePenaltyTest {

  @ParameterizedTest(name = "{0}: {1} fen due {2} paid {3}: {4}")
  @CsvSource({
    // In time: nothing, however small the charge.
    "RESIDENTIAL,      36066, 2026-11-20, 2026-11-19, 0",
    "RESIDENTIAL,      36066, 2026-11-20, 2026-11-20, 0",
    // At least 1 yuan, once it is late.
    "RESIDENTIAL,      36066, 2026-11-20, 2026-11-21, 100",
    "RESIDENTIAL,      1,     2026-11-20, 2026-11-21, 100",
    "RESIDENTIAL,      50000, 2026-11-20, 2026-11-22, 100",
    "RESIDENTIAL,      50500, 2026-11-20, 2026-11-22, 101",
    // A household pays 1 per mille a day, also across years; half a fen is rounded up.
    "RESIDENTIAL,      36066, 2026-11-20, 2026-11-24, 144",
    "RESIDENTIAL,      36125, 2026-11-20, 2026-11-24, 145",
    "RESIDENTIAL,      100000, 2026-12-20, 2027-01-09, 2000",
    // Others pay 2 per mille to the end of the due date's year, and 3 after it.
    "NON_RESIDENTIAL,  100000, 2026-11-20, 2026-11-30, 2000",
    "NON_RESIDENTIAL,  100000, 2026-12-20, 2026-12-31, 2200",
    "NON_RESIDENTIAL,  100000, 2026-12-20, 2027-01-01, 2500",
    "HIGH_VOLTAGE,     100000, 2026-12-20, 2027-01-09, 4900",
    "HIGH_VOLTAGE,     100000, 2026-12-31, 2027-01-01, 300",
    "HIGH_VOLTAGE,     9000000, 2025-09-20, 2026-11-24, 10692000"
  })
  void thePenaltyFollowsTheRules(
      ConsumerClass kind, long energyFen, LocalDate due, LocalDate paid, long penaltyFen) {
    Bill bill = new Bill("R1", YearMonth.from(due), energyFen, due);
    assertThat(LatePenalty.fen(kind, bill, List.of(), paid)).isEqualTo(penaltyFen);
  }

  @ParameterizedTest(name = "{0}: {1} and {2} fen paid on {3}, then due on {4}: {5}")
  @CsvSource({
    // All of the penalty and a half of the charge are paid: the rest grows from that day.
    "RESIDENTIAL, 50000, 1000, 2026-11-30, 2026-11-30, 0",
    "RESIDENTIAL, 50000, 1000, 2026-11-30, 2026-12-10, 500",
    "HIGH_VOLTAGE, 50000, 2000, 2026-11-30, 2027-01-01, 3250",
    // A part of the penalty is paid: the rest of it is still due.
    "RESIDENTIAL, 0, 400, 2026-11-30, 2026-11-30, 600",
    "RESIDENTIAL, 0, 400, 2026-11-30, 2026-12-10, 1600",
    // Paid before it was late.
    "RESIDENTIAL, 50000, 0, 2026-11-10, 2026-11-30, 500",
    // Asked about an earlier day than it was paid.
    "RESIDENTIAL, 50000, 1000, 2026-11-30, 2026-11-22, 0"
  })
  void whatIsPaidIsLateNoLonger(
      ConsumerClass kind,
      long energyFen,
      long penaltyFen,
      LocalDate paid,
      LocalDate day,
      long expected) {
    Bill bill = new Bill("R1", YearMonth.of(2026, 10), 100_000, LocalDate.of(2026, 11, 20));
    List<Installment> installments = List.of(new Installment(paid, energyFen, penaltyFen));
    assertThat(LatePenalty.fen(kind, bill, installments, day)).isEqualTo(expected);
  }
}
