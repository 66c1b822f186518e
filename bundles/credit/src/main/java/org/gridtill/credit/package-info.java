/**
 * Agencies and collectors, how much they may hold, and the way of their money to the bank. {@link
 * org.gridtill.credit.Levels} has the statements that decide who may take money.
 */
package org.gridtill.credit;
