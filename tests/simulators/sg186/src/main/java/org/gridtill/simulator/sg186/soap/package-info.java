/** The contract's operations as a CXF endpoint. */
package org.gridtill.simulator.sg186.soap;
