package org.gridtill.adapter.sg186;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.DeclineReason;

/** What tests expect of results. */
final class Results {

  private Results() {}

  static <T> T confirmed(BillingResult<T> result) {
    assertThat(result).isInstanceOf(Confirmed.class);
    return ((Confirmed<T>) result).value();
  }

  static void assertDeclined(BillingResult<?> result, DeclineReason reason, String code) {
    assertThat(result).isInstanceOf(Declined.class);
    assertThat(((Declined<?>) result).reason()).isEqualTo(reason);
    assertThat(((Declined<?>) result).code()).isEqualTo(code);
    assertThat(((Declined<?>) result).text()).isNotEmpty();
  }
}
