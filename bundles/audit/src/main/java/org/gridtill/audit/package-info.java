/** The audit trail in the database. */
package org.gridtill.audit;
