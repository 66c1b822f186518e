package org.gridtill.api.adapter.billing;

import java.time.YearMonth;
import org.gridtill.api.adapter.Money;

/**
 * One month's bill that is not yet paid (应收).
 *
 * @param receivableId the billing system's name for it (应收标识)
 * @param billingMonth the month it bills (电费年月)
 * @param energyCharge what is due for energy (电费); not negative
 * @param latePenalty what is due for paying late (违约金); not negative
 */
public record Receivable(
    String receivableId, YearMonth billingMonth, Money energyCharge, Money latePenalty) {

  /** Returns charge and penalty together. */
  public Money total() {
    return energyCharge.plus(latePenalty);
  }
}
