package org.gridtill.api.platform.credit;

import java.time.LocalDate;
import org.gridtill.api.adapter.Money;

/**
 * A line of a statement of the utility's fee account.
 *
 * @param number the platform's number of it
 * @param bankReference the bank's own reference, unique for ever
 * @param valueDate the bank's day
 * @param amount positive if money has come
 * @param payer whom the bank names; empty if nobody
 * @param text what the payer wrote
 * @param batch the fund batch it was matched with; null if none
 * @param agencyCode the agency whose own money it is, or from whose batch; null while nobody knows
 */
public record BankMovement(
    long number,
    String bankReference,
    LocalDate valueDate,
    Money amount,
    String payer,
    String text,
    Long batch,
    String agencyCode) {}
