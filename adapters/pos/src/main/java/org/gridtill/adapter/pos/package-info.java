/** Speaks to POS handhelds in ISO 8583. */
package org.gridtill.adapter.pos;
