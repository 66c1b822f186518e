package org.gridtill.api.adapter.billing;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;

/**
 * An order to pay all that a consumer owes.
 *
 * @param header the call; its serial number is the payment's
 * @param consumer who owes
 * @param amount what was taken; positive
 */
public record PaymentOrder(BillingHeader header, ConsumerNo consumer, Money amount) {}
