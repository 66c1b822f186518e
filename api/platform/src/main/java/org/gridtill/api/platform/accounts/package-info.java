/** The double-entry journal. */
@Export
@Version("0.3.0")
package org.gridtill.api.platform.accounts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
