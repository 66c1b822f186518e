package org.gridtill.api.platform.transactions;

import java.time.Instant;

/**
 * One step in the life of a transaction, as it was committed.
 *
 * @param at when
 * @param fact what changed: money, card or meter
 * @param from the state before; empty for the first step
 * @param event what happened
 * @param to the state after
 * @param words what was said about it; empty if nothing was
 */
public record TransactionStep(
    Instant at, String fact, String from, String event, String to, String words) {}
