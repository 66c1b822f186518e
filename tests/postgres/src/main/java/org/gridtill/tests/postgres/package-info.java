/** A PostgreSQL server of the tests' own. */
package org.gridtill.tests.postgres;
