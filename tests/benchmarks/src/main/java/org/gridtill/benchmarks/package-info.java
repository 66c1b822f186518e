/** Measures the platform beside a floor that does the same writes and calls without it. */
package org.gridtill.benchmarks;
