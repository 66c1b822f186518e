/** Keeps bundles from resolving that nobody trusts. */
package org.gridtill.trust;
