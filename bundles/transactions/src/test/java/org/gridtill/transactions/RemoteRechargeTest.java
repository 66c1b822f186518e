package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.transactions.CardTerminal.refusal;

import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.transactions.ModelBilling.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credit that the utility sends to the meter over the air. */
class RemoteRechargeTest {

  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000001");

  private final EngineFixture f = new EngineFixture(Money.parse("100.00"));

  @AfterEach
  void sound() {
    f.assertSound();
    f.close();
  }

  private Reply recharge(int trace) {
    return f.engine.handle(
        new Request.RechargeRemotely(EngineFixture.origin(trace), CONSUMER, Money.parse("20.00")),
        "pos");
  }

  private void meterSays(MeterOutcome outcome) {
    f.billing.utility().answerOverTheAir(outcome);
  }

  private static MeterOutcome meter(Reply reply) {
    return reply instanceof Reply.Paid paid
        ? paid.payment().meter()
        : ((Reply.TransactionFound) reply).payment().meter();
  }

  @Test
  void isOwedToTheUtilityAsCreditOfMeters() {
    meterSays(MeterOutcome.TAKEN);

    assertThat(meter(recharge(1))).isEqualTo(MeterOutcome.TAKEN);

    assertThat(f.entry(EntryKind.SALE, f.serial()).orElseThrow().postings())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                new Posting(Accounts.agency(EngineFixture.AGENCY), Money.parse("20.00")),
                new Posting(Accounts.UTILITY_METER_CREDIT, Money.parse("20.00").negated())));
    assertThat(f.only().meterState()).isEqualTo(MeterState.TAKEN);
    assertThat(f.only().nextAttemptAt()).as("nothing to ask").isNull();
  }

  @Test
  void isFollowedUntilTheMeterHasTakenIt() {
    assertThat(meter(recharge(1))).isEqualTo(MeterOutcome.PENDING);
    assertThat(f.only().meterState()).isEqualTo(MeterState.WAITING);
    f.resolveAll();
    assertThat(f.only().meterState()).isEqualTo(MeterState.WAITING);
    meterSays(MeterOutcome.TAKEN);
    f.billing.next(Fault.UNREACHABLE);
    f.resolveAll();
    assertThat(f.only().meterState()).as("nobody said so").isEqualTo(MeterState.WAITING);
    f.restart();
    f.resolveAll();

    assertThat(f.only().meterState()).isEqualTo(MeterState.TAKEN);
    assertThat(meter(f.ask(1))).isEqualTo(MeterOutcome.TAKEN);
    assertThat(meter(recharge(1))).as("repeated").isEqualTo(MeterOutcome.TAKEN);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  @Test
  void isAskedForLessAndLessOftenWhileTheMeterIsSilent() {
    recharge(1);
    f.resolveDue();
    assertThat(f.only().attempts()).isEqualTo(1);

    f.resolveDue();

    assertThat(f.only().attempts()).as("not before its time").isEqualTo(1);
    meterSays(MeterOutcome.TAKEN);
    f.resolveAll();
  }

  @Test
  void thatTheMeterRefusedIsUndone() {
    recharge(1);
    meterSays(MeterOutcome.REFUSED);
    f.resolveAll();
    assertThat(f.only().meterState()).isEqualTo(MeterState.REFUSED);
    assertThat(meter(f.ask(1))).isEqualTo(MeterOutcome.REFUSED);

    assertThat(f.reverse(1, 2000)).isInstanceOf(Reply.Reversed.class);

    assertThat(f.line().used()).isEqualTo(Money.ZERO);
  }

  @Test
  void isNotUndoneWhileTheMeterIsSilent() {
    recharge(1);

    Reply.Refused refused = (Reply.Refused) f.reverse(1, 2000);

    assertThat(refused.reason()).isEqualTo(Refusal.NOT_REVERSIBLE);
    assertThat(refused.text()).contains(ReversalRule.METER_ANSWERED.words());
    assertThat(f.engine.desk().obstacle(f.serial())).contains(ReversalRule.METER_ANSWERED);
    meterSays(MeterOutcome.TAKEN);
    f.resolveAll();
  }

  @Test
  void isNotUndoneOnceTheMeterHasTakenIt() {
    meterSays(MeterOutcome.TAKEN);
    recharge(1);

    assertThat(refusal(f.reverse(1, 2000))).isEqualTo(Refusal.METER_TOOK_CREDIT);
    assertThat(f.state()).isEqualTo(TransactionState.COMPLETED);
  }

  @Test
  void whoseAnswerIsLostIsSentOnce() {
    f.billing.next(Fault.LOSE_ANSWER);
    assertThat(recharge(1)).isInstanceOf(Reply.InDoubt.class);
    meterSays(MeterOutcome.TAKEN);
    f.resolveAll();

    assertThat(meter(f.ask(1))).isEqualTo(MeterOutcome.TAKEN);
    assertThat(f.only().meterState()).isEqualTo(MeterState.TAKEN);
    assertThat(f.billing.count()).isEqualTo(1);
  }

  /** The billing system alone knows whether it can still be called back. */
  @Test
  void thatIsReversedInDoubtStaysIfTheMeterHasTakenIt() {
    f.billing.next(Fault.LOSE_ANSWER);
    recharge(1);
    meterSays(MeterOutcome.TAKEN);

    assertThat(refusal(f.reverse(1, 2000))).isEqualTo(Refusal.METER_TOOK_CREDIT);

    assertThat(f.state()).isEqualTo(TransactionState.COMPLETED);
    f.resolveAll();
    assertThat(f.only().meterState()).isEqualTo(MeterState.TAKEN);
  }
}
