package org.gridtill.api.platform.terminals;

import java.time.Instant;

/**
 * A SIM card.
 *
 * @param iccid the number of the card, 19 or 20 digits with a check digit (ITU-T E.118)
 * @param imsi the number of its subscriber, 15 digits; what a modem says of it can be forged
 * @param revoked whether it must never be used again
 * @param changedAt when it was added or revoked
 * @param changedBy who did that
 */
public record Sim(
    String iccid, String imsi, boolean revoked, Instant changedAt, String changedBy) {}
