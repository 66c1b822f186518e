package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.CreditRefusal;
import org.gridtill.api.platform.credit.CreditRefusal.Reason;
import org.gridtill.api.platform.credit.Holder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a busy agency lends to its shares is as good as what it keeps, and no more than that. */
class LendingTest {

  private static final Money ONE = Money.parse("1.00");

  private final Desk desk = new Desk();
  private final JpaCredit node = desk.lendingNode(true);
  private final JpaCredit other = desk.lendingNode(true);
  private final Holder shop = desk.agency("A001", null, "10.00");
  private final Holder clerk = desk.collector("A001", "C1", "50.00");

  /** Two payments make an agency busy. */
  @BeforeEach
  void makeBusy() {
    pay(1);
    pay(2);
    assertThat(lent()).as("8.00 in three parts").isEqualTo(798);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void pay(long payment) {
    assertThat(node.reserve(clerk, ONE, payment)).isEmpty();
    node.commit(clerk, ONE, payment);
  }

  private long lent() {
    return number("SELECT lent FROM gt_holder WHERE holder = 'A001'");
  }

  private long inShares() {
    return number("SELECT SUM(granted) FROM gt_holder_share WHERE holder = 'A001'");
  }

  private long number(String sql) {
    return desk.database
        .jpa()
        .txExpr(
            TransactionType.Required,
            em -> ((Number) em.createNativeQuery(sql).getSingleResult()).longValue());
  }

  @Test
  void itsLineSaysWhatAllRowsHaveTogether() {
    pay(3);
    node.reserve(clerk, ONE, 4);

    assertThat(desk.line(shop).used()).isEqualTo(Money.parse("3.00"));
    assertThat(desk.line(shop).reserved()).isEqualTo(ONE);
    assertThat(desk.line(shop).available()).isEqualTo(Money.parse("6.00"));
    assertThat(node.list()).contains(desk.line(shop));
    assertThat(number("SELECT net_position FROM gt_holder WHERE holder = 'A001'"))
        .as("its own row is left alone")
        .isEqualTo(-200);
  }

  @Test
  void givesTheLastFenAndNoMore() {
    for (int payment = 3; payment <= 10; payment++) {
      // All of them go to one share, which has 2.66, and then to what is called back.
      assertThat(node.reserve(clerk, ONE, 3)).as("payment " + payment).isEmpty();
    }
    assertThat(node.reserve(clerk, Money.ofFen(1), 3))
        .contains(new CreditRefusal(Reason.LIMIT, shop));
    assertThat(desk.line(shop).available()).isEqualTo(Money.ZERO);
  }

  @Test
  void whoTakesMoreThanAShareHasGetsItAllTheSame() {
    assertThat(node.reserve(clerk, Money.parse("8.00"), 3)).isEmpty();
    assertThat(lent()).as("nothing is left to be lent").isZero();
    node.commit(clerk, Money.parse("8.00"), 3);
    assertThat(desk.line(shop).used()).isEqualTo(Money.parse("10.00"));
  }

  @Test
  void aReservationEndsWhereverItsAmountHasGot() {
    assertThat(node.reserve(clerk, ONE, 3)).isEmpty();
    desk.limit(shop, "20.00");
    assertThat(lent()).as("called back for another limit").isZero();
    assertThat(inShares()).isZero();
    assertThat(other.reserve(clerk, ONE, 4)).isEmpty();

    node.commit(clerk, ONE, 3);
    other.release(clerk, ONE, 4);

    assertThat(desk.line(shop).used()).isEqualTo(Money.parse("3.00"));
    assertThat(desk.line(shop).reserved()).isEqualTo(Money.ZERO);
  }

  @Test
  void aSuspensionCallsEverythingBack() {
    desk.register.suspend(shop, "anna", "an audit");
    assertThat(lent()).isZero();
    assertThat(node.reserve(clerk, ONE, 3)).contains(new CreditRefusal(Reason.SUSPENDED, shop));
    desk.register.resume(shop, "anna");
    assertThat(node.reserve(clerk, ONE, 3)).isEmpty();
    assertThat(lent()).as("it is still busy").isPositive();
  }

  @Test
  void anotherNodeFindsWhatIsLent() {
    assertThat(other.reserve(clerk, ONE, 3)).isEmpty();
    other.commit(clerk, ONE, 3);
    assertThat(lent()).isEqualTo(798);
    assertThat(desk.line(shop).used()).isEqualTo(Money.parse("3.00"));
  }

  @Test
  void aRefusalAboveLeavesTheSharesAsTheyWere() {
    Holder county = desk.agency("P001", null, "3.00");
    desk.register.move("A001", "P001", "anna");
    pay(3);

    assertThat(node.reserve(clerk, ONE, 4)).contains(new CreditRefusal(Reason.LIMIT, county));

    assertThat(desk.line(shop).reserved()).isEqualTo(Money.ZERO);
    assertThat(desk.line(clerk).reserved()).isEqualTo(Money.ZERO);
  }
}
