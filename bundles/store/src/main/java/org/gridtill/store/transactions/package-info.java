/** The transactions' tables. Used by its owner, the bundle of the same name, alone. */
@Export
@Version("0.2.0")
package org.gridtill.store.transactions;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
