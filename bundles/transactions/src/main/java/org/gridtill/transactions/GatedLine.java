package org.gridtill.transactions;

import java.util.function.Function;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterFailedException;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.Gate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to the billing system, through a gate. A call that the gate did not make is declined at
 * once, and the terminal can say so; one that was made and did not end is unknown. Safe for use by
 * several threads.
 */
final class GatedLine implements BillingLine, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GatedLine.class);

  private final Gate<BillingSystem> gate;

  GatedLine(Gate<BillingSystem> gate) {
    this.gate = gate;
  }

  /** Tells whether the end of a call speaks against the billing system or its adapter. */
  static boolean isFailure(Object end) {
    return end == null
        || end instanceof Throwable
        || end instanceof BillingResult.Unknown<?>
        || end instanceof BillingResult.Declined<?> declined
            && declined.reason() == DeclineReason.UNREACHABLE;
  }

  @Override
  public <T> BillingResult<T> call(
      String operation, Function<BillingSystem, BillingResult<T>> call) {
    try {
      return gate.call(operation, (system, context) -> call.apply(system));
    } catch (AdapterFailedException e) {
      LOG.error("The billing adapter failed in {}", operation, e.getCause());
      return new BillingResult.Unknown<>("the billing adapter failed");
    } catch (AdapterTimeoutException e) {
      return new BillingResult.Unknown<>(e.getMessage());
    } catch (AdapterException e) {
      return new BillingResult.Declined<>(DeclineReason.UNREACHABLE, "", e.getMessage());
    }
  }

  /** Gives up what is under way and does not end soon; its outcome is unknown. */
  @Override
  public void close() {
    gate.close();
  }
}
