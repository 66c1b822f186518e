package org.gridtill.simulator.sg186.ledger;

import java.util.Optional;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.simulator.sg186.contract.types.TransactionState;

/**
 * Where a transaction stands.
 *
 * @param state where
 * @param entry what is recorded of it; empty if it is blocked and never came
 * @param meter what became of it at the meter; empty if it was not sent to one
 */
public record Standing(
    TransactionState state, Optional<Entry> entry, Optional<MeterOutcome> meter) {}
