package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agency is told of a reversal when it is one, and once. */
class ReversalNoticeTest {

  private final EngineFixture f = new EngineFixture(Money.parse("100.00"));

  @AfterEach
  void sound() {
    f.assertSound();
    f.close();
  }

  private List<Notice> notices() {
    return f.outbox.list(false, 10).stream().map(OutboxMessage::notice).toList();
  }

  private Notice reversed() {
    String serial = f.serial().toString();
    return new Notice(
        "REVERSED/" + serial,
        NoticeKind.REVERSED,
        EngineFixture.AGENCY,
        List.of(EngineFixture.AGENCY, serial, "0100000001", "12.34"));
  }

  @Test
  void aReversalIsToldOnceHoweverOftenItIsAskedFor() {
    f.pay(1, 1234);
    assertThat(notices()).isEmpty();

    f.reverse(1, 1234);
    f.reverse(1, 1234);
    f.resolveAll();

    assertThat(notices()).containsExactly(reversed());
  }

  @Test
  void nothingIsToldAsLongAsItIsOpen() {
    f.pay(1, 1234);
    f.billing.next(Fault.LOSE_ANSWER);
    f.reverse(1, 1234);
    assertThat(f.state()).isEqualTo(TransactionState.REVERSING);
    assertThat(notices()).isEmpty();

    f.resolveAll();

    assertThat(notices()).containsExactly(reversed());
  }

  @Test
  void aCommitThatFailsTakesItsMessageWithIt() {
    f.pay(1, 1234);
    f.billingLine.use(dyingAfterReversal());

    assertThatThrownBy(() -> f.reverse(1, 1234)).hasMessage("the database is away");
    assertThat(f.state()).isEqualTo(TransactionState.REVERSING);
    assertThat(notices()).isEmpty();

    f.billingLine.use(f.billing);
    f.resolveAll();
    assertThat(f.state()).isEqualTo(TransactionState.REVERSED);
    assertThat(notices()).containsExactly(reversed());
  }

  /** The billing system, after whose confirmation of a reversal the next commit fails. */
  private BillingSystem dyingAfterReversal() {
    return (BillingSystem)
        Proxy.newProxyInstance(
            BillingSystem.class.getClassLoader(),
            new Class<?>[] {BillingSystem.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(f.billing, arguments);
                if (method.getName().equals("reverse")) {
                  f.database.failNextCommit();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void whatNeverHappenedIsNobodysNews() {
    f.reverse(1, 1234);
    assertThat(f.state()).isEqualTo(TransactionState.BLOCKED);

    f.billing.next(Fault.LOSE_CALL);
    f.pay(2, 1234);
    f.resolveAll();

    assertThat(notices()).isEmpty();
  }
}
