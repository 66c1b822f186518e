/** The certificates' tables. Used by their owner, the bundle of the same name, alone. */
@Export
@Version("0.1.0")
package org.gridtill.store.certificates;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
