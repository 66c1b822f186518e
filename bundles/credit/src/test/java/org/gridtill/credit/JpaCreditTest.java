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
import org.gridtill.api.platform.credit.CreditRefusal;
import org.gridtill.api.platform.credit.CreditRefusal.Reason;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaCreditTest {

  private static final Money TEN = Money.parse("10.00");

  private final Desk desk = new Desk();
  private final JpaCredit credit = desk.credit;
  private final Holder county = desk.agency("P001", null, "150.00");
  private final Holder shop = desk.agency("A001", "P001", "100.00");
  private final Holder kiosk = desk.agency("A002", "P001", "100.00");
  private final Holder collector = desk.collector("A001", "C01", "50.00");

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void reservesUpToTheLimitAndNotAFenMore() {
    assertThat(credit.reserve(collector, Money.parse("49.99"), Desk.PAYMENT)).isEmpty();
    assertThat(credit.reserve(collector, Money.parse("0.02"), Desk.PAYMENT))
        .contains(new CreditRefusal(Reason.LIMIT, collector));
    assertThat(credit.reserve(collector, Money.parse("0.01"), Desk.PAYMENT)).isEmpty();
    assertThat(desk.line(collector).available()).isEqualTo(Money.ZERO);
  }

  @Test
  void everyLevelHolds() {
    assertThat(credit.reserve(shop, Money.parse("60.00"), Desk.PAYMENT)).isEmpty();
    assertThat(credit.reserve(collector, Money.parse("40.01"), Desk.PAYMENT))
        .contains(new CreditRefusal(Reason.LIMIT, shop));
    assertThat(credit.reserve(kiosk, Money.parse("90.01"), Desk.PAYMENT))
        .contains(new CreditRefusal(Reason.LIMIT, county));
    assertThat(credit.reserve(kiosk, Money.parse("90.00"), Desk.PAYMENT)).isEmpty();

    assertThat(desk.line(collector).reserved()).as("after a refusal above").isEqualTo(Money.ZERO);
    assertThat(desk.line(shop).reserved()).isEqualTo(Money.parse("60.00"));
    assertThat(desk.line(county).available()).isEqualTo(Money.ZERO);
  }

  @Test
  void neverWrapsAround() {
    credit.reserve(collector, TEN, Desk.PAYMENT);

    assertThat(credit.reserve(collector, Money.ofFen(Long.MAX_VALUE), Desk.PAYMENT)).isPresent();
  }

  @Test
  void followsAReservationToItsEndAtEveryLevel() {
    credit.reserve(collector, TEN, Desk.PAYMENT);
    credit.reserve(collector, TEN, Desk.PAYMENT);
    credit.commit(collector, TEN, Desk.PAYMENT);
    credit.release(collector, TEN, Desk.PAYMENT);
    for (Holder holder : new Holder[] {collector, shop, county}) {
      CreditLine line = desk.line(holder);
      assertThat(line.used()).as(holder.toString()).isEqualTo(TEN);
      assertThat(line.reserved()).isEqualTo(Money.ZERO);
    }
    assertThat(desk.line(kiosk).used()).isEqualTo(Money.ZERO);
    credit.restore(collector, TEN, Desk.PAYMENT);

    assertThat(desk.line(county).used()).isEqualTo(Money.ZERO);
  }

  @Test
  void drawsOwnMoneyFirst() {
    credit.change(shop, new Levels.Change(0, 3000), Desk.PAYMENT);
    assertThat(desk.line(shop).ownMoney()).isEqualTo(Money.parse("30.00"));
    assertThat(desk.line(shop).available()).isEqualTo(Money.parse("130.00"));
    Money fifty = Money.parse("50.00");
    credit.reserve(collector, fifty, Desk.PAYMENT);
    credit.commit(collector, fifty, Desk.PAYMENT);

    CreditLine line = desk.line(shop);
    assertThat(line.ownMoney()).isEqualTo(Money.ZERO);
    assertThat(line.used()).isEqualTo(Money.parse("20.00"));
    assertThat(desk.line(collector).used()).as("the collector has none").isEqualTo(fifty);
    credit.change(shop, new Levels.Change(0, 2500), Desk.PAYMENT);

    assertThat(desk.line(shop).ownMoney()).as("credit first").isEqualTo(Money.parse("5.00"));
  }

  @Test
  void givesBackNoMoreThanThereIs() {
    credit.reserve(collector, TEN, Desk.PAYMENT);

    assertThatThrownBy(() -> credit.release(collector, Money.parse("10.01"), Desk.PAYMENT))
        .isInstanceOf(IllegalStateException.class);
    assertThat(desk.line(collector).reserved()).isEqualTo(TEN);
    assertThat(desk.line(county).reserved()).isEqualTo(TEN);
  }

  @Test
  void rollsBackWithItsCaller() {
    assertThatThrownBy(
            () ->
                desk.database
                    .jpa()
                    .tx(
                        TransactionType.Required,
                        em -> {
                          credit.reserve(collector, TEN, Desk.PAYMENT);
                          throw new IllegalStateException("on purpose");
                        }))
        .hasMessage("on purpose");

    assertThat(desk.line(county).reserved()).isEqualTo(Money.ZERO);
  }

  @Test
  void knowsNobodyElse() {
    Holder stranger = new Holder("A001", "C99");
    assertThat(credit.reserve(stranger, TEN, Desk.PAYMENT))
        .contains(new CreditRefusal(Reason.UNKNOWN, stranger));
    assertThat(credit.find(Holder.agency("A009"))).isEmpty();
  }

  @Test
  void aSuspensionTakesEffectOnTheNextMessageForAllBelow() {
    credit.reserve(collector, TEN, Desk.PAYMENT);
    desk.register.suspend(county, "anna", "an audit");

    assertThat(credit.reserve(collector, TEN, Desk.PAYMENT))
        .contains(new CreditRefusal(Reason.SUSPENDED, county));
    assertThat(credit.reserve(kiosk, TEN, Desk.PAYMENT))
        .contains(new CreditRefusal(Reason.SUSPENDED, county));
    credit.commit(collector, TEN, Desk.PAYMENT);
    assertThat(desk.line(county).used()).as("what was under way ends").isEqualTo(TEN);
    desk.register.resume(county, "anna");
    assertThat(credit.reserve(collector, TEN, Desk.PAYMENT)).isEmpty();
  }

  @Test
  void aMoveTakesMoneyAndReservationsAlongAlsoForAnotherNode() {
    Holder other = desk.agency("P002", null, "100.00");
    JpaCredit node = desk.otherNode();
    credit.reserve(collector, TEN, Desk.PAYMENT);
    credit.commit(collector, TEN, Desk.PAYMENT);
    node.reserve(collector, TEN, Desk.PAYMENT);

    desk.register.move("A001", "P002", "anna");

    assertThat(desk.line(county).used()).isEqualTo(Money.ZERO);
    assertThat(desk.line(county).reserved()).isEqualTo(Money.ZERO);
    assertThat(desk.line(other).used()).isEqualTo(TEN);
    node.commit(collector, TEN, Desk.PAYMENT);
    assertThat(desk.line(other).used()).isEqualTo(Money.parse("20.00"));
    assertThat(desk.line(other).reserved()).isEqualTo(Money.ZERO);
    assertThat(desk.line(shop).parentCode()).isEqualTo("P002");
    assertThat(credit.reserve(collector, TEN, Desk.PAYMENT)).isEmpty();
    assertThat(desk.line(county).reserved()).isEqualTo(Money.ZERO);
  }

  @Test
  void aMoveNeedsRoom() {
    desk.agency("P002", null, "9.99");
    credit.reserve(collector, TEN, Desk.PAYMENT);

    assertThatThrownBy(() -> desk.register.move("A001", "P002", "anna"))
        .hasMessage("the limit of P002 does not bear what A001 holds");
    assertThat(desk.line(county).reserved()).isEqualTo(TEN);
    assertThatThrownBy(() -> desk.register.move("P001", "A001", "anna"))
        .hasMessage("A001 is below P001");
  }

  @Test
  void closesWhenTheMoneyIsIn() {
    credit.reserve(collector, TEN, Desk.PAYMENT);
    credit.commit(collector, TEN, Desk.PAYMENT);
    assertThatThrownBy(() -> desk.register.close(shop, "anna", "gives up"))
        .hasMessage("1 collectors or agencies below A001 are not closed");
    assertThat(desk.register.close(collector, "anna", "leaves")).isEqualTo(HolderState.CLOSING);
    assertThat(desk.register.close(shop, "anna", "gives up")).isEqualTo(HolderState.CLOSING);
    assertThat(credit.reserve(collector, TEN, Desk.PAYMENT))
        .contains(new CreditRefusal(Reason.CLOSED, collector));

    credit.restore(collector, TEN, Desk.PAYMENT);

    assertThat(desk.line(collector).state()).isEqualTo(HolderState.CLOSED);
    assertThat(desk.line(shop).state()).isEqualTo(HolderState.CLOSED);
    assertThat(desk.line(county).state()).isEqualTo(HolderState.ACTIVE);
    assertThatThrownBy(() -> desk.register.resume(shop, "anna")).hasMessage("A001 is closed");
  }

  @Test
  void holdsWhoeverComesAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    JpaCredit node = desk.otherNode();
    try {
      Callable<Boolean> here =
          () -> credit.reserve(shop, Money.parse("7.00"), Desk.PAYMENT).isEmpty();
      Callable<Boolean> there =
          () -> node.reserve(kiosk, Money.parse("7.00"), Desk.PAYMENT).isEmpty();
      int granted = 0;
      var work = new java.util.ArrayList<>(Collections.nCopies(50, here));
      work.addAll(Collections.nCopies(50, there));
      Collections.shuffle(work, new java.util.Random(7));
      for (Future<Boolean> future : pool.invokeAll(work)) {
        granted += future.get() ? 1 : 0;
      }
      assertThat(granted).isEqualTo(21);
    } finally {
      pool.shutdownNow();
    }
    assertThat(desk.line(county).reserved()).isEqualTo(Money.parse("147.00"));
  }
}
