/** Becomes a bundle of its own, which the benchmark makes. */
package org.gridtill.benchmarks.adapters.wayward;
