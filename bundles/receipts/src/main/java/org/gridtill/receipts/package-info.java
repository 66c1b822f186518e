/** Numbered receipts. */
package org.gridtill.receipts;
