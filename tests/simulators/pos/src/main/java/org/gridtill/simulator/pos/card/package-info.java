/** Puts the software model of a meter card into the reader of a simulated terminal. */
@Export
@Version("0.1.0")
package org.gridtill.simulator.pos.card;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
