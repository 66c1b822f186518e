/**
 * The terminal's side of the POS protocol, written from its specification alone; for demonstrations
 * and tests. It needs nothing but the Java runtime.
 */
@Export
@Version("0.1.0")
package org.gridtill.simulator.pos;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
