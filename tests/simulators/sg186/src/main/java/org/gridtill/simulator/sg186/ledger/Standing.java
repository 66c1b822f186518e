package org.gridtill.simulator.sg186.ledger;

import java.util.Optional;
import org.gridtill.simulator.sg186.contract.types.TransactionState;

/**
 * Where a transaction stands.
 *
 * @param state where
 * @param entry what is recorded of it; empty if it is blocked and never came
 */
public record Standing(TransactionState state, Optional<Entry> entry) {}
