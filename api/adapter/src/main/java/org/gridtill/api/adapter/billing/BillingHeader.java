package org.gridtill.api.adapter.billing;

import java.time.Instant;
import java.time.LocalDate;
import org.gridtill.api.adapter.SerialNo;

/**
 * What every call to a billing system says about itself.
 *
 * @param serialNo the platform's serial number
 * @param agencyCode the agency that collects
 * @param terminalCode the terminal it collects with
 * @param channel the kind of terminal, the name of its adapter, such as {@code pos}
 * @param requestTime when the platform makes the call
 * @param accountingDate the accounting day (账务日期) of the transaction
 */
public record BillingHeader(
    SerialNo serialNo,
    String agencyCode,
    String terminalCode,
    String channel,
    Instant requestTime,
    LocalDate accountingDate) {}
