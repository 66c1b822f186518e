/** How dates and times of the contract become {@code java.time} values. */
package org.gridtill.adapter.sg186.xml;
