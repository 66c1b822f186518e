/** The program that shows a terminal at work. */
package org.gridtill.simulator.pos.demo;
