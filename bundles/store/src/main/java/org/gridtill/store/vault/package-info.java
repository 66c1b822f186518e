/** The vault's tables: keys, wrapped. Used by their owner, the bundle of the same name, alone. */
@Export
@Version("0.2.0")
package org.gridtill.store.vault;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
