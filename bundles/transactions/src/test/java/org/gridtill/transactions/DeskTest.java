package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.transactions.CardTerminal.refusal;

import java.time.Duration;
import java.util.Map;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.gridtill.api.platform.transactions.ReversalDesk.Authorization;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.api.platform.transactions.TransactionStep;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reversals above 20.00, for which a second person is needed. */
class DeskTest {

  private final EngineFixture f = new EngineFixture(Money.parse("1000.00"));
  private final Collectors c = new Collectors(f);

  @BeforeEach
  void needASecondPerson() {
    f.restart(new ReversalPolicy(Duration.ofMinutes(5), Money.parse("20.00"), Map.of()));
  }

  @AfterEach
  void sound() {
    f.resolveAll();
    f.assertSound();
    f.close();
  }

  private ReversalDesk desk() {
    return f.engine.desk();
  }

  @Test
  void letsOnePersonReverseUpToTheThreshold() {
    c.pay(1, 2000);

    assertThat(c.reverse(1, 2000)).isInstanceOf(Reply.Reversed.class);
    assertThat(desk().authorizations()).isEmpty();
  }

  @Test
  void letsATerminalReverseOnceASecondPersonHasAuthorizedIt() {
    SerialNo serial = c.pay(1, 2001);

    assertThat(refusal(c.reverse(1, 2001))).isEqualTo(Refusal.AUTHORIZATION_REQUIRED);
    assertThat(refusal(c.reverse(1, 2001))).isEqualTo(Refusal.AUTHORIZATION_REQUIRED);
    assertThat(desk().authorizations())
        .containsExactly(
            new Authorization(serial, "collector A001/C1", "asked for at terminal T0000001", null));
    desk().authorize(serial, "bob");

    assertThat(c.money(serial)).as("the terminal must repeat it").isEqualTo("COMPLETED");
    assertThat(c.reverse(1, 2001)).isInstanceOf(Reply.Reversed.class);
    assertThat(desk().authorizations()).isEmpty();
    assertThat(c.reverse(1, 2001)).as("repeated").isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void reversesAtOnceWhatOperationsAskedFor() {
    SerialNo serial = c.pay(1, 2001);
    desk().request(serial, "alice", "paid twice");
    assertThat(desk().authorizations())
        .containsExactly(new Authorization(serial, "alice", "paid twice", null));

    assertThat(desk().authorize(serial, "bob").state()).isEqualTo(TransactionState.REVERSED);

    assertThat(desk().authorizations()).isEmpty();
    assertThat(f.engine.story(serial).stream().map(TransactionStep::words))
        .contains("by alice, authorized by bob");
  }

  @Test
  void takesNotTheSamePersonForTheSecond() {
    SerialNo serial = c.pay(1, 2001);
    desk().request(serial, "alice", "paid twice");

    assertThatThrownBy(() -> desk().authorize(serial, "alice"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("second person");
    assertThat(c.money(serial)).isEqualTo("COMPLETED");
    assertThat(refusal(c.reverse(1, 2001))).isEqualTo(Refusal.AUTHORIZATION_REQUIRED);
  }

  @Test
  void authorizesNothingThatNobodyAskedFor() {
    SerialNo serial = c.pay(1, 2001);

    assertThatThrownBy(() -> desk().authorize(serial, "bob"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody asks");
    assertThatThrownBy(() -> desk().authorize(SerialNo.of(1), "bob"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no transaction");
  }

  @Test
  void takesNoSecondRequestAndNoneWithoutPersonOrReason() {
    SerialNo serial = c.pay(1, 2001);
    desk().request(serial, "alice", "paid twice");

    assertThatThrownBy(() -> desk().request(serial, "carol", "again"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> desk().request(serial, " ", "again"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> desk().request(serial, "carol", "x".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> desk().authorize(serial, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesNoRequestThatARuleForbids() {
    SerialNo serial = c.pay(1, 2001);
    f.clock.advance(Duration.ofHours(16));

    assertThatThrownBy(() -> desk().request(serial, "alice", "too late"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SAME_ACCOUNTING_DAY");
    assertThat(desk().authorizations()).isEmpty();
  }

  @Test
  void forgetsAnAuthorizationAtTheEndOfItsDay() {
    SerialNo serial = c.pay(1, 2001);
    c.reverse(1, 2001);
    desk().authorize(serial, "bob");
    f.clock.advance(Duration.ofHours(16));

    assertThat(refusal(c.reverse(1, 2001))).isEqualTo(Refusal.NOT_REVERSIBLE);
    assertThatThrownBy(() -> desk().authorize(serial, "bob"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SAME_ACCOUNTING_DAY");
  }

  @Test
  void isAskedAgainAfterTheBillingSystemDeclined() {
    SerialNo serial = c.pay(1, 2001);
    c.reverse(1, 2001);
    desk().authorize(serial, "bob");
    f.billing.refuseReversals();
    assertThat(refusal(c.reverse(1, 2001))).isEqualTo(Refusal.NOT_REVERSIBLE);
    assertThat(c.money(serial)).isEqualTo("COMPLETED");

    assertThat(refusal(c.reverse(1, 2001)))
        .as("the authorization is used")
        .isEqualTo(Refusal.AUTHORIZATION_REQUIRED);
    assertThat(desk().authorizations()).hasSize(1);
    desk().authorize(serial, "bob");
    assertThat(refusal(c.reverse(1, 2001))).isEqualTo(Refusal.NOT_REVERSIBLE);
    desk().request(serial, "alice", "the utility agreed by telephone");
    assertThat(desk().authorize(serial, "bob").state()).isEqualTo(TransactionState.COMPLETED);
    assertThat(f.engine.find(serial).orElseThrow().reason()).contains("1015");
  }

  @Test
  void isNotNeededForAReversalWithoutAnAnswerInItsTime() {
    c.pay(1, 2001);
    f.clock.advance(Duration.ofMinutes(5));

    assertThat(c.reverseUnanswered(1, 2001)).isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void isNeededForAReversalWithoutAnAnswerAfterItsTime() {
    c.pay(1, 2001);
    f.clock.advance(Duration.ofMinutes(5).plusMillis(1));

    assertThat(refusal(c.reverseUnanswered(1, 2001))).isEqualTo(Refusal.AUTHORIZATION_REQUIRED);
  }

  @Test
  void isNotNeededForWhatNobodyWasToldIsDone() {
    f.billing.next(Fault.LOSE_ANSWER);
    c.tryToPay(1, 2001);
    f.clock.advance(Duration.ofHours(1));

    assertThat(c.reverse(1, 2001)).isInstanceOf(Reply.Reversed.class);
  }

  @Test
  void finishesAReversalWhoseAnswerWasLost() {
    SerialNo serial = c.pay(1, 2001);
    desk().request(serial, "alice", "paid twice");
    f.billing.next(Fault.LOSE_ANSWER);

    assertThat(desk().authorize(serial, "bob").state()).isEqualTo(TransactionState.REVERSING);
    f.resolveAll();

    assertThat(c.money(serial)).isEqualTo("REVERSED");
  }

  @Test
  void namesWhatForbidsAReversal() {
    SerialNo serial = c.pay(1, 2001);
    assertThat(desk().obstacle(serial)).isEmpty();
    c.reverseUnanswered(1, 2001);

    assertThat(desk().obstacle(serial)).contains(ReversalRule.COMPLETED);
    assertThatThrownBy(() -> desk().obstacle(SerialNo.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
