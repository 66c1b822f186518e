package org.gridtill.transactions;

import java.util.function.Supplier;
import org.gridtill.api.adapter.billing.BillingResult;

/** What a call to the billing system goes through. */
interface BillingLine {

  /**
   * Makes a call.
   *
   * @return what the call returns; {@code Declined} as unreachable if it was certainly not made;
   *     {@code Unknown} if it was made and did not end in time
   */
  <T> BillingResult<T> call(Supplier<BillingResult<T>> call);
}
