/** The double-entry journal, and the clock whose days it is kept by. */
package org.gridtill.accounts;
