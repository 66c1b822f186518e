package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.transactions.CollectedMoney.Collected;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What transactions do to the money that agencies and collectors hold. */
class AgentsMoneyTest {

  private static final Holder AGENCY = Holder.agency(EngineFixture.AGENCY);
  private static final Holder FIRST = new Holder(EngineFixture.AGENCY, "C1");
  private static final Holder SECOND = new Holder(EngineFixture.AGENCY, "C2");

  private final EngineFixture f = new EngineFixture(Money.parse("100.00"));
  private final Collectors c = new Collectors(f);
  private final CollectedMoneyTable money = new CollectedMoneyTable(f.database.jpa());

  @AfterEach
  void sound() {
    f.resolveAll();
    f.assertSound();
    f.close();
  }

  private static Refusal refusal(Reply reply) {
    return ((Reply.Refused) reply).reason();
  }

  private Money balance(String account) {
    return f.journal.trialBalance().rows().stream()
        .filter(row -> row.account().equals(account))
        .map(TrialBalance.Row::balance)
        .reduce(Money.ZERO, Money::plus);
  }

  private Money used(Holder holder) {
    return f.credit.find(holder).orElseThrow().used();
  }

  @Test
  void isHeldByTheCollectorAndTheAgency() {
    c.pay(1, 1000);
    c.pay("C2", EngineFixture.TERMINAL, 2, 500);
    c.pay("", EngineFixture.TERMINAL, 3, 30);

    assertThat(used(FIRST)).isEqualTo(Money.parse("10.00"));
    assertThat(used(SECOND)).isEqualTo(Money.parse("5.00"));
    assertThat(used(AGENCY)).isEqualTo(Money.parse("15.30"));
    assertThat(balance(Accounts.of(FIRST))).isEqualTo(Money.parse("10.00"));
    assertThat(balance(Accounts.of(AGENCY))).isEqualTo(Money.parse("0.30"));
  }

  @Test
  void isRefusedByTheLevelThatIsFull() {
    f.agencies.limit(FIRST, Money.parse("9.99"));
    Reply.Refused refused = (Reply.Refused) c.tryToPay(1, 1000);
    assertThat(refused.reason()).isEqualTo(Refusal.CREDIT_EXHAUSTED);
    assertThat(refused.text()).isEqualTo("collector A001/C1 has reached the credit limit");

    f.agencies.limit(AGENCY, Money.parse("9.99"));
    Reply.Refused byAgency = (Reply.Refused) c.tryToPay("C2", EngineFixture.TERMINAL, 2, 1000);
    assertThat(byAgency.text()).isEqualTo("agency A001 has reached the credit limit");
  }

  @Test
  void isRefusedToThoseWhoMayNotTakeIt() {
    assertThat(refusal(c.tryToPay("C9", EngineFixture.TERMINAL, 1, 1000)))
        .isEqualTo(Refusal.UNKNOWN_COLLECTOR);
    SerialNo paid = c.pay(2, 1000);
    f.agencies.register().suspend(FIRST, "anna", "lost the card");
    assertThat(refusal(c.tryToPay(3, 1000))).isEqualTo(Refusal.AGENCY_SUSPENDED);
    assertThat(c.reverse(2, 1000)).as("may still undo").isInstanceOf(Reply.Reversed.class);
    assertThat(c.money(paid)).isEqualTo("REVERSED");
    f.agencies.register().suspend(AGENCY, "anna", "an audit");
    assertThat(refusal(c.tryToPay("C2", EngineFixture.TERMINAL, 4, 1000)))
        .isEqualTo(Refusal.AGENCY_SUSPENDED);
  }

  @Test
  void isInSuspenseWhileItIsInDoubt() {
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(c.tryToPay(1, 1000)).isInstanceOf(Reply.InDoubt.class);

    assertThat(balance(Accounts.SUSPENSE_IN_DOUBT)).isEqualTo(Money.parse("-10.00"));
    assertThat(balance(Accounts.inDoubt(FIRST))).isEqualTo(Money.parse("10.00"));
    assertThat(money.underWay(EngineFixture.AGENCY))
        .extracting(Collected::holder, Collected::amount)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(FIRST, Money.parse("10.00")));
    f.resolveAll();

    assertThat(balance(Accounts.SUSPENSE_IN_DOUBT)).isEqualTo(Money.ZERO);
    assertThat(balance(Accounts.inDoubt(FIRST))).isEqualTo(Money.ZERO);
    assertThat(balance(Accounts.of(FIRST))).isEqualTo(Money.parse("10.00"));
    assertThat(f.entry(EntryKind.DOUBT_ENDED, f.serial())).isPresent();
    assertThat(money.underWay(null)).isEmpty();
  }

  @Test
  void leavesSuspenseWhenNothingCameOfIt() {
    f.billing.next(Fault.LOSE_CALL);
    assertThat(c.tryToPay(1, 1000)).isInstanceOf(Reply.InDoubt.class);
    f.resolveAll();

    assertThat(f.state().name()).isEqualTo("DECLINED");
    assertThat(balance(Accounts.SUSPENSE_IN_DOUBT)).isEqualTo(Money.ZERO);
    assertThat(used(FIRST)).isEqualTo(Money.ZERO);
  }

  @Test
  void isRemittedOnceAndThenStays() {
    SerialNo first = c.pay(1, 1000);
    c.pay("", EngineFixture.TERMINAL, 2, 500);
    c.pay("C2", EngineFixture.TERMINAL, 3, 70);
    c.reverse("C2", EngineFixture.TERMINAL, 3, 70);

    assertThat(money.take(AGENCY, 7))
        .extracting(Collected::holder, Collected::transactions, Collected::amount)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(AGENCY, 1, Money.parse("5.00")),
            org.assertj.core.groups.Tuple.tuple(FIRST, 1, Money.parse("10.00")));

    assertThat(money.take(AGENCY, 8)).as("nothing is left").isEmpty();
    assertThat(money.oldestDay(EngineFixture.AGENCY)).isEmpty();
    Reply.Refused refused = (Reply.Refused) c.reverse(1, 1000);
    assertThat(refused.reason()).isEqualTo(Refusal.NOT_REVERSIBLE);
    assertThat(refused.text()).contains(ReversalRule.NOT_REMITTED.name());
    money.putBack(AGENCY, 7);
    assertThat(money.oldestDay(EngineFixture.AGENCY)).isPresent();
    assertThat(c.reverse(1, 1000)).isInstanceOf(Reply.Reversed.class);
    assertThat(c.money(first)).isEqualTo("REVERSED");
  }

  @Test
  void ofOneCollectorIsRemittedAlone() {
    c.pay(1, 1000);
    c.pay("C2", EngineFixture.TERMINAL, 2, 500);

    assertThat(money.take(FIRST, 7)).extracting(Collected::holder).isEqualTo(List.of(FIRST));
    assertThat(money.take(AGENCY, 8)).extracting(Collected::holder).isEqualTo(List.of(SECOND));
  }

  @Test
  void isNotRemittedWhileItIsBeingUndone() {
    c.pay(1, 1000);
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(c.reverse(1, 1000)).isInstanceOf(Reply.InDoubt.class);

    assertThat(money.take(AGENCY, 7)).isEmpty();
  }
}
