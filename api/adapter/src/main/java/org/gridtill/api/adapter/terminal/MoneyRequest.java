package org.gridtill.api.adapter.terminal;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;

/** A request that does something for a consumer, mostly for money. */
public sealed interface MoneyRequest extends Request
    permits Request.PayBills,
        Request.Prepay,
        Request.RechargeRemotely,
        CardRequest.Open,
        CardRequest.Recharge,
        CardRequest.Replace {

  /** Returns whose bills, balance or meter it is about. */
  ConsumerNo consumer();

  /** Returns what the terminal took; zero if nothing. */
  Money amount();

  /** Refuses an amount that is not positive. */
  static void requirePositive(Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("wrong amount");
    }
  }
}
