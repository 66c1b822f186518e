/** The people who may log in, and the realm in which they do. */
package org.gridtill.people;
