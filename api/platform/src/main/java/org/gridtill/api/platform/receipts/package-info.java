/** Numbered receipts. */
@Export
@Version("0.2.0")
package org.gridtill.api.platform.receipts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
