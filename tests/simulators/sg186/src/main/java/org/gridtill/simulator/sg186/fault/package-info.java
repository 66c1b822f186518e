/** The faults that a script asks for. */
package org.gridtill.simulator.sg186.fault;
