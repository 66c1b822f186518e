/**
 * The adapter to SG186, the utility's billing system: the platform's calls become SOAP calls, and
 * what comes back, or does not, becomes a result that says no more than is known.
 */
package org.gridtill.adapter.sg186;
