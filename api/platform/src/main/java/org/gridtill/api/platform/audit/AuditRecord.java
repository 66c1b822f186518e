package org.gridtill.api.platform.audit;

import java.time.Instant;

/**
 * One record of the trail. docs/audit.md says exactly how its hash is computed.
 *
 * @param number counted from 1 without a gap
 * @param at when, in whole milliseconds
 * @param event what was done
 * @param previousHash the hash of the record before, in 64 lower-case hexadecimal digits; of the
 *     first, 64 zeros
 * @param hash SHA-256 over all of the others
 */
public record AuditRecord(
    long number, Instant at, AuditEvent event, String previousHash, String hash) {}
