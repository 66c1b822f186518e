/**
 * A simulated SG186: a utility with thousands of consumers behind the SOAP contract, and faults on
 * demand. It runs as a process of its own or inside Karaf.
 */
package org.gridtill.simulator.sg186;
