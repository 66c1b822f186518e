/** The audit trail's tables. Used by its owner, the bundle of the same name, alone. */
@Export
@Version("0.1.0")
package org.gridtill.store.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
