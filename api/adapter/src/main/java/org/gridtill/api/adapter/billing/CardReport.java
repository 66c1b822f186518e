package org.gridtill.api.adapter.billing;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.card.CardOutcome;

/**
 * Tells the billing system what became of the writing of a card.
 *
 * @param header the call; its serial number is the sale's
 * @param sale the sale's serial number
 * @param consumer whose card
 * @param outcome what the terminal said last
 */
public record CardReport(
    BillingHeader header, SerialNo sale, ConsumerNo consumer, CardOutcome outcome) {}
