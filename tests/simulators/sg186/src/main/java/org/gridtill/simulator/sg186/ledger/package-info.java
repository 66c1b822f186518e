/** What was paid, sold and reversed, each serial number once, and kept in a file if so wished. */
package org.gridtill.simulator.sg186.ledger;
