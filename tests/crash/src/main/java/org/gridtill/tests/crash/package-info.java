/** Runs the real distribution and the billing system's simulator as processes, to be killed. */
package org.gridtill.tests.crash;
