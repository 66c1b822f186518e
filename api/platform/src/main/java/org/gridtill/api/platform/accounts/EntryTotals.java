package org.gridtill.api.platform.accounts;

import org.gridtill.api.adapter.Money;

/**
 * How many entries there are of one kind, and of how much.
 *
 * @param entries how many
 * @param debits the sum of their debits; not negative
 */
public record EntryTotals(long entries, Money debits) {}
