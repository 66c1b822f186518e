package org.gridtill.api.adapter.billing;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;

/**
 * An order to undo a payment in full.
 *
 * @param header the call; its serial number is the reversal's own
 * @param originalSerial the payment to undo
 * @param consumer whose payment it was
 * @param amount the payment's amount; positive
 */
public record ReversalOrder(
    BillingHeader header, SerialNo originalSerial, ConsumerNo consumer, Money amount) {}
