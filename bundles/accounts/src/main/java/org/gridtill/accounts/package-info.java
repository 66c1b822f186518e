/** The double-entry journal, its periods and checks, and the clock whose days it is kept by. */
package org.gridtill.accounts;
