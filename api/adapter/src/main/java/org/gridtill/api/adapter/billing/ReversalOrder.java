package org.gridtill.api.adapter.billing;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.card.CardOutcome;

/**
 * An order to undo a transaction in full.
 *
 * @param header the call; its serial number is the reversal's own
 * @param originalSerial the transaction to undo
 * @param consumer whose it was
 * @param amount its amount; not negative
 * @param card what is known of its card, {@link CardOutcome#NOT_WRITTEN} or {@link
 *     CardOutcome#CLEARED}; null if the transaction has no card, or the platform does not know
 *     whether it happened at all
 */
public record ReversalOrder(
    BillingHeader header,
    SerialNo originalSerial,
    ConsumerNo consumer,
    Money amount,
    CardOutcome card) {}
