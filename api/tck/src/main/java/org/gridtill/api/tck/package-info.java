/**
 * The compatibility kit: suites of tests that an adapter must pass. A vendor extends the suite of
 * the adapter's kind with one small class.
 */
package org.gridtill.api.tck;
