package org.gridtill.simulator.sg186.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridtill.simulator.sg186.TestConsumers;
import org.gridtill.simulator.sg186.contract.types.ConsumerClass;
import org.junit.jupiter.api.Test;

class UtilityTest {

  private static final YearMonth LATEST = YearMonth.of(2026, 10);

  private final Utility utility = new Utility(new Population(10_000, LATEST));

  @Test
  void consumersAreNumberedFromOne() {
    assertThat(Utility.number(1)).isEqualTo("0100000001");
    assertThat(utility.consumer("0100000001")).isPresent();
    assertThat(utility.consumer("0100010000")).isPresent();
  }

  @Test
  void otherNumbersAreNobodys() {
    for (String number :
        List.of("0100000000", "0100010001", "9999999999", "1", "", "010000000x", "00100000001")) {
      assertThat(utility.consumer(number)).as(number).isEmpty();
    }
  }

  @Test
  void theSameConsumerIsAlwaysTheSame() {
    Utility again = new Utility(new Population(20_000, LATEST));
    for (Consumer consumer : all()) {
      assertThat(again.consumer(consumer.number())).contains(consumer);
      assertThat(again.bills(consumer)).isEqualTo(utility.bills(consumer));
    }
  }

  @Test
  void allKindsOfConsumersAndArrearsOccur() {
    Set<ConsumerClass> kinds = new HashSet<>();
    Set<Integer> counts = new HashSet<>();
    for (Consumer consumer : all()) {
      kinds.add(consumer.kind());
      counts.add(utility.bills(consumer).size());
    }
    assertThat(kinds).containsExactlyInAnyOrder(ConsumerClass.values());
    assertThat(counts).contains(0, 1, 2, 3, 4, 5).anyMatch(count -> count > 12);
  }

  @Test
  void billsAreConsecutiveMonthsUpToTheLatest() {
    Set<String> ids = new HashSet<>();
    for (Consumer consumer : all()) {
      List<Bill> bills = utility.bills(consumer);
      for (int i = 0; i < bills.size(); i++) {
        Bill bill = bills.get(i);
        assertThat(bill.month()).isEqualTo(LATEST.minusMonths(bills.size() - 1L - i));
        assertThat(bill.due()).isEqualTo(bill.month().plusMonths(1).atDay(20));
        assertThat(bill.energyFen()).isPositive();
        assertThat(ids.add(bill.receivableId())).isTrue();
      }
    }
    LocalDate due = utility.bills(utility.consumer("0100000001").orElseThrow()).get(0).due();
    assertThat(due).isBefore(LocalDate.of(2026, 11, 21));
  }

  @Test
  void theSortFollowsFromTheLastTwoDigits() {
    assertSort("0100000001", Sort.POST_PAID);
    assertSort("0100000060", Sort.POST_PAID);
    assertSort("0100000061", Sort.PARTIAL);
    assertSort("0100009980", Sort.PARTIAL);
    assertSort("0100000081", Sort.CARD_METER);
    assertSort("0100000190", Sort.CARD_METER);
    assertSort("0100000091", Sort.REMOTE_METER);
    assertSort("0100000195", Sort.REMOTE_METER);
    assertSort("0100000096", Sort.NO_PREPAYMENT);
    assertSort("0100000100", Sort.NO_PREPAYMENT);
  }

  @Test
  void testConsumersAreOfTheirSort() {
    for (int i = 0; i < 50; i++) {
      assertSort(TestConsumers.cardMeter(i), Sort.CARD_METER);
      assertSort(TestConsumers.remoteMeter(i), Sort.REMOTE_METER);
      assertSort(TestConsumers.partial(i), Sort.PARTIAL);
      assertSort(TestConsumers.noPrepayment(i), Sort.NO_PREPAYMENT);
      assertThat(bills(TestConsumers.cardMeter(i))).isEmpty();
      assertThat(bills(TestConsumers.remoteMeter(i))).isEmpty();
      assertThat(bills(TestConsumers.cardMeterWithArrears(i))).hasSize(1);
      assertThat(bills(TestConsumers.remoteMeterWithArrears(i))).hasSize(1);
    }
  }

  @Test
  void aPopulationHasALimit() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Population(0, LATEST));
    assertThatIllegalArgumentException().isThrownBy(() -> new Population(10_000_001, LATEST));
  }

  private void assertSort(String number, Sort sort) {
    assertThat(utility.consumer(number)).map(Consumer::sort).as(number).contains(sort);
  }

  private List<Bill> bills(String number) {
    return utility.bills(utility.consumer(number).orElseThrow());
  }

  private List<Consumer> all() {
    return IntStream.rangeClosed(1, 10_000)
        .mapToObj(Utility::number)
        .map(number -> utility.consumer(number).orElseThrow())
        .toList();
  }
}
