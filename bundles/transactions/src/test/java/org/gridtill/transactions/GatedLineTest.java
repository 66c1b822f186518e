package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.platform.gates.AdapterCall;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterFailedException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.Route;
import org.junit.jupiter.api.Test;

/** What the engine makes of what a gate says. */
class GatedLineTest {

  @Test
  void givesWhatTheCallGives() {
    BillingResult<String> result = new Confirmed<>("fine");

    assertThat(call(null, result)).isSameAs(result);
    assertThat(call(null, null)).isNull();
  }

  @Test
  void aCallThatWasCertainlyNotMadeIsDeclined() {
    BillingResult<String> result = call(new AdapterUnavailableException("no adapter"), null);

    assertThat(result).isEqualTo(new Declined<>(DeclineReason.UNREACHABLE, "", "no adapter"));
  }

  @Test
  void ofACallThatWasGivenUpNothingIsKnown() {
    assertThat(call(new AdapterTimeoutException("late"), null)).isEqualTo(new Unknown<>("late"));
  }

  @Test
  void ofACallThatFailedNothingIsKnown() {
    assertThat(call(new AdapterFailedException("failed", new IllegalStateException("bug")), null))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void countsAsFailuresWhatSpeaksAgainstTheBillingSystem() {
    assertThat(GatedLine.isFailure(null)).isTrue();
    assertThat(GatedLine.isFailure(new Unknown<>("?"))).isTrue();
    assertThat(GatedLine.isFailure(new AdapterTimeoutException("late"))).isTrue();
    assertThat(GatedLine.isFailure(new Declined<>(DeclineReason.UNREACHABLE, "", ""))).isTrue();
    assertThat(GatedLine.isFailure(new Declined<>(DeclineReason.TEMPORARILY_CLOSED, "", "")))
        .isFalse();
    assertThat(GatedLine.isFailure(new Confirmed<>("fine"))).isFalse();
  }

  private static BillingResult<String> call(AdapterException thrown, BillingResult<String> result) {
    return new GatedLine(new SayingGate(thrown)).call("test", system -> result);
  }

  /** A gate that throws that, or makes the call without a billing system. */
  private record SayingGate(AdapterException thrown) implements Gate<BillingSystem> {

    @Override
    public List<AdapterInfo> serving() {
      return List.of();
    }

    @Override
    public Optional<AdapterInfo> adapter(Route route) {
      return Optional.empty();
    }

    @Override
    public <T> T call(String operation, Route route, AdapterCall<BillingSystem, T> call)
        throws AdapterException {
      if (thrown != null) {
        throw thrown;
      }
      try {
        return call.run(null, null);
      } catch (Exception e) {
        throw new AdapterFailedException("failed", e);
      }
    }

    @Override
    public <T> CompletionStage<T> begin(String operation, AdapterCall<BillingSystem, T> call) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> T farewell(String operation, AdapterCall<BillingSystem, T> call) {
      throw new AssertionError("a billing system does not take leave");
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}
