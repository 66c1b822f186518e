/** Puts a fleet of simulated terminals into the platform's registry. */
package org.gridtill.simulator.pos.fleet;
