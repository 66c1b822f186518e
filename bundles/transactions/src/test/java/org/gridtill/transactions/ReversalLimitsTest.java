package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.ReversibleAmount;
import org.gridtill.api.platform.transactions.ReversibleAmount.Scope;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reversible amount, and the limits of a day. */
class ReversalLimitsTest {

  private static final String OTHER_TERMINAL = "T0000002";

  private final EngineFixture f = new EngineFixture(Money.parse("1000.00"));
  private final Collectors c = new Collectors(f);

  @AfterEach
  void sound() {
    f.resolveAll();
    f.assertSound();
    f.close();
  }

  private void limit(Scope scope, int count, long amount) {
    f.restart(
        new ReversalPolicy(
            Duration.ofMinutes(5), null, Map.of(scope, new ReversalPolicy.Limit(count, amount))));
  }

  private static String code(Scope scope) {
    return switch (scope) {
      case AGENCY -> EngineFixture.AGENCY;
      case COLLECTOR -> EngineFixture.AGENCY + "/C1";
      case TERMINAL -> EngineFixture.TERMINAL;
    };
  }

  private static void assertRule(Reply reply, ReversalRule rule) {
    Reply.Refused refused = (Reply.Refused) reply;
    assertThat(refused.reason()).isEqualTo(Refusal.NOT_REVERSIBLE);
    assertThat(refused.text()).contains(rule.name());
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void holdInNumberForEachHolder(Scope scope) {
    limit(scope, 2, Long.MAX_VALUE);
    for (int trace = 1; trace <= 3; trace++) {
      c.pay(trace, 1000);
    }
    c.reverse(1, 1000);
    c.reverse(2, 1000);

    assertRule(c.reverse(3, 1000), ReversalRule.DAILY_COUNT);

    ReversibleAmount left = f.engine.desk().reversible(scope, code(scope));
    assertThat(left.remainingCount()).isZero();
    assertThat(left.remainingAmount()).as("no limit").isNull();
    assertThat(left.count()).isEqualTo(1);
    f.clock.advance(Duration.ofDays(1));
    c.pay(4, 1000);
    assertThat(c.reverse(4, 1000)).as("another day").isInstanceOf(Reply.Reversed.class);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void holdInMoneyForEachHolder(Scope scope) {
    limit(scope, Integer.MAX_VALUE, 2500);
    c.pay(1, 1500);
    c.pay(2, 1001);
    c.pay(3, 1000);
    c.reverse(1, 1500);

    assertRule(c.reverse(2, 1001), ReversalRule.DAILY_AMOUNT);
    assertThat(f.engine.desk().reversible(scope, code(scope)).remainingAmount())
        .isEqualTo(Money.parse("10.00"));
    assertThat(c.reverse(3, 1000)).isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void countOthersSeparately() {
    limit(Scope.COLLECTOR, 1, Long.MAX_VALUE);
    c.pay(1, 1000);
    c.pay("C2", EngineFixture.TERMINAL, 2, 1000);
    c.pay("", EngineFixture.TERMINAL, 3, 1000);
    c.pay("", EngineFixture.TERMINAL, 4, 1000);
    c.reverse(1, 1000);

    assertThat(c.reverse("C2", EngineFixture.TERMINAL, 2, 1000)).isInstanceOf(Reply.Reversed.class);
    assertThat(c.reverse("", EngineFixture.TERMINAL, 3, 1000))
        .as("nobody is no collector")
        .isInstanceOf(Reply.Reversed.class);
    assertThat(c.reverse("", EngineFixture.TERMINAL, 4, 1000)).isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void takeNamesOfAnyLength() {
    limit(Scope.COLLECTOR, 1, Long.MAX_VALUE);
    String agency = "A".repeat(15);
    String collector = "C".repeat(16);
    f.agencies.open(agency, Money.parse("100.00"));
    f.agencies.open(new Holder(agency, collector), Money.parse("100.00"));
    Collectors longest = new Collectors(f, agency);
    longest.pay(collector, EngineFixture.TERMINAL, 1, 1000);

    assertThat(longest.reverse(collector, EngineFixture.TERMINAL, 1, 1000))
        .isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void areGivenBackWhenTheBillingSystemDeclines() {
    limit(Scope.AGENCY, 1, 1000);
    c.pay(1, 1000);
    f.billing.refuseReversals();

    for (int i = 0; i < 3; i++) {
      Reply.Refused refused = (Reply.Refused) c.reverse(1, 1000);
      assertThat(refused.text()).contains("1015");
    }

    ReversibleAmount left = f.engine.desk().reversible(Scope.AGENCY, EngineFixture.AGENCY);
    assertThat(left.remainingCount()).isEqualTo(1);
    assertThat(left.remainingAmount()).isEqualTo(Money.parse("10.00"));
  }

  @Test
  void areTakenWhileAReversalIsInDoubt() {
    limit(Scope.AGENCY, 1, Long.MAX_VALUE);
    c.pay(1, 1000);
    c.pay(2, 1000);
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(c.reverse(1, 1000)).isInstanceOf(Reply.InDoubt.class);

    assertRule(c.reverse(2, 1000), ReversalRule.DAILY_COUNT);
    f.resolveAll();
    assertRule(c.reverse(2, 1000), ReversalRule.DAILY_COUNT);
  }

  @Test
  void areNotForAReversalWithoutAnAnswerInItsTime() {
    limit(Scope.AGENCY, 1, Long.MAX_VALUE);
    for (int trace = 1; trace <= 3; trace++) {
      c.pay(trace, 1000);
    }

    assertThat(c.reverseUnanswered(1, 1000)).isInstanceOf(Reply.Reversed.class);
    assertThat(c.reverseUnanswered(2, 1000)).isInstanceOf(Reply.Reversed.class);

    assertThat(f.engine.desk().reversible(Scope.AGENCY, EngineFixture.AGENCY).remainingCount())
        .isEqualTo(1);
    f.clock.advance(Duration.ofMinutes(6));
    assertThat(c.reverseUnanswered(3, 1000)).isInstanceOf(Reply.Reversed.class);
    assertThat(f.engine.desk().reversible(Scope.AGENCY, EngineFixture.AGENCY).remainingCount())
        .as("too late to be automatic")
        .isZero();
  }

  @Test
  void holdForTwoPersonsToo() {
    f.restart(
        new ReversalPolicy(
            Duration.ofMinutes(5),
            Money.ZERO,
            Map.of(Scope.AGENCY, new ReversalPolicy.Limit(1, Long.MAX_VALUE))));
    SerialNo first = c.pay(1, 1000);
    SerialNo second = c.pay(2, 1000);
    f.engine.desk().request(first, "alice", "one");
    f.engine.desk().request(second, "alice", "two");
    f.engine.desk().authorize(first, "bob");

    assertThatThrownBy(() -> f.engine.desk().authorize(second, "bob"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("DAILY_COUNT");
    assertThat(c.money(second)).isEqualTo("COMPLETED");
    assertThat(f.engine.desk().obstacle(second)).contains(ReversalRule.DAILY_COUNT);
  }

  @Test
  void areNeverExceededByManyAtOnce() throws Exception {
    limit(Scope.AGENCY, 5, 6000);
    int payments = 12;
    for (int trace = 1; trace <= payments; trace++) {
      c.pay("C1", trace % 2 == 0 ? EngineFixture.TERMINAL : OTHER_TERMINAL, trace, 1500);
    }
    ExecutorService pool = Executors.newFixedThreadPool(payments);
    List<Reply> replies = new ArrayList<>();
    try {
      CyclicBarrier start = new CyclicBarrier(payments);
      List<Callable<Reply>> calls = new ArrayList<>();
      for (int trace = 1; trace <= payments; trace++) {
        int number = trace;
        String terminal = trace % 2 == 0 ? EngineFixture.TERMINAL : OTHER_TERMINAL;
        calls.add(
            () -> {
              start.await();
              return c.reverse("C1", terminal, number, 1500);
            });
      }
      for (Future<Reply> future : pool.invokeAll(calls)) {
        replies.add(future.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(replies.stream().filter(r -> r instanceof Reply.Reversed)).hasSize(4);
    assertThat(replies.stream().filter(r -> r instanceof Reply.Refused))
        .hasSize(8)
        .allSatisfy(r -> assertRule(r, ReversalRule.DAILY_AMOUNT));
    ReversibleAmount left = f.engine.desk().reversible(Scope.AGENCY, EngineFixture.AGENCY);
    assertThat(left.remainingCount()).isEqualTo(1);
    assertThat(left.remainingAmount()).isEqualTo(Money.ZERO);
    assertThat(f.billing.count()).isEqualTo(8);
  }

  @Test
  void showWhatMayBeReversedAndWhyNotTheRest() {
    CardTerminal t = new CardTerminal(f);
    t.openAndInsert(1, 5000);
    t.report(2, t.write(t.recharge(2, 3000)), t.card.reading());
    f.pay(3, 1000);
    f.pay(4, 1100);
    c.pay(5, 1200);
    f.pay(6, 1300);
    f.reverse(6, 1300);
    t.report(2, CardOutcome.WRITTEN);

    ReversibleAmount agency = f.engine.desk().reversible(Scope.AGENCY, EngineFixture.AGENCY);

    assertThat(agency.count()).isEqualTo(3);
    assertThat(agency.amount()).isEqualTo(Money.parse("33.00"));
    assertThat(agency.forbidden())
        .containsOnly(
            Map.entry(ReversalRule.METER_NOT_CREDITED, 1), Map.entry(ReversalRule.CARD_CLEARED, 1));
    assertThat(agency.remainingCount()).isNull();
    ReversibleAmount collector = f.engine.desk().reversible(Scope.COLLECTOR, "A001/C1");
    assertThat(collector.count()).isEqualTo(1);
    assertThat(collector.amount()).isEqualTo(Money.parse("12.00"));
    assertThat(f.engine.desk().reversible(Scope.TERMINAL, OTHER_TERMINAL).count()).isZero();
    assertThatThrownBy(() -> f.engine.desk().reversible(Scope.COLLECTOR, "C1"))
        .isInstanceOf(IllegalArgumentException.class);
    f.clock.advance(Duration.ofDays(1));
    assertThat(f.engine.desk().reversible(Scope.AGENCY, EngineFixture.AGENCY).count()).isZero();
  }
}
