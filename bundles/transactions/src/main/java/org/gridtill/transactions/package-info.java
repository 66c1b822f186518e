/**
 * The engine: one state machine for every transaction.
 *
 * <p>Where to look: {@link org.gridtill.transactions.StateMachine} is the table of states and
 * events; {@link org.gridtill.transactions.Ledger} does what the table says, one database
 * transaction a step; {@link org.gridtill.transactions.Payments} and {@link
 * org.gridtill.transactions.Reversals} serve terminals; {@link org.gridtill.transactions.Resolver}
 * finishes what was left open.
 */
package org.gridtill.transactions;
