/** The utility: its consumers, what they were billed, and the penalty for paying late. */
package org.gridtill.simulator.sg186.utility;
