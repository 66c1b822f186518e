package org.gridtill.simulator.sg186.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  private final FaultPlan plan = new FaultPlan();

  @Test
  void aFaultLastsForItsCalls() {
    plan.add(fault(FaultKind.LOSE_AFTER, "", 2));
    assertThat(plan.take("echo").has(FaultKind.LOSE_AFTER)).isTrue();
    assertThat(plan.pending()).extracting(Fault::calls).containsExactly(1);
    assertThat(plan.take("queryBill").has(FaultKind.LOSE_AFTER)).isTrue();
    assertThat(plan.take("echo").has(FaultKind.LOSE_AFTER)).isFalse();
    assertThat(plan.pending()).isEmpty();
  }

  @Test
  void aFaultConcernsItsOperationOnly() {
    plan.add(fault(FaultKind.DUPLICATE, "confirmPayment", 1));
    assertThat(plan.take("queryBill").has(FaultKind.DUPLICATE)).isFalse();
    assertThat(plan.take("confirmPayment").has(FaultKind.DUPLICATE)).isTrue();
  }

  @Test
  void aFaultWithoutANumberLastsUntilItIsCleared() {
    plan.add(fault(FaultKind.LOSE_BEFORE, "", 0));
    for (int i = 0; i < 100; i++) {
      assertThat(plan.take("echo").has(FaultKind.LOSE_BEFORE)).isTrue();
    }
    plan.clear();
    assertThat(plan.take("echo").has(FaultKind.LOSE_BEFORE)).isFalse();
  }

  @Test
  void faultsOfTwoKindsMeetAndThoseOfOneKindFollowEachOther() {
    plan.add(refusal(ResultCode.DAY_END));
    plan.add(refusal(ResultCode.ACCOUNT_CLOSED));
    plan.add(new Fault(FaultKind.DELAY, "", 1, 5, Optional.empty()));
    Effects first = plan.take("echo");
    assertThat(first.refusal()).contains(ResultCode.DAY_END);
    assertThat(first.millis(FaultKind.DELAY)).isEqualTo(5);
    Effects second = plan.take("echo");
    assertThat(second.refusal()).contains(ResultCode.ACCOUNT_CLOSED);
    assertThat(second.millis(FaultKind.DELAY)).isZero();
  }

  @Test
  void aFaultThatMakesNoSenseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> fault(FaultKind.REFUSE, "", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> refusal(ResultCode.DONE));
    assertThatIllegalArgumentException().isThrownBy(() -> fault(FaultKind.DELAY, "", -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault(FaultKind.DELAY, "", 1, -1, Optional.empty()));
  }

  private static Fault fault(FaultKind kind, String operation, int calls) {
    return new Fault(kind, operation, calls, 0, Optional.empty());
  }

  private static Fault refusal(ResultCode code) {
    return new Fault(FaultKind.REFUSE, "", 1, 0, Optional.of(code));
  }
}
