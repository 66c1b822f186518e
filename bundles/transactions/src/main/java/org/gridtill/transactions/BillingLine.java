package org.gridtill.transactions;

import java.util.function.Function;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem;

/** What a call to the billing system goes through. */
interface BillingLine {

  /**
   * Makes a call.
   *
   * @param operation what it does, for logs
   * @param call what to ask the billing system
   * @return what the call returns, also null; {@code Declined} as unreachable if it was certainly
   *     not made; {@code Unknown} if it was made and did not end in time
   */
  <T> BillingResult<T> call(String operation, Function<BillingSystem, BillingResult<T>> call);
}
