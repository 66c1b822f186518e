/** The engine that carries transactions to their end, and what it tells about them. */
@Export
@Version("0.3.0")
package org.gridtill.api.platform.transactions;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
