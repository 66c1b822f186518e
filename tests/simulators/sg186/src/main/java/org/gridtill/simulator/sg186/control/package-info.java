/** The interface by which a test scripts the simulator and reads what it did. */
package org.gridtill.simulator.sg186.control;
