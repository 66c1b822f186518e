/** Measures what adapters cost and spare: swaps, isolation, connections; on the distribution. */
package org.gridtill.benchmarks.adapters;
