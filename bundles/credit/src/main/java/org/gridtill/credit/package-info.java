/** Credit limits of agencies. */
package org.gridtill.credit;
