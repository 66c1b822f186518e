/** Keys, and every operation on them. */
@Export
@Version("0.2.2")
package org.gridtill.api.platform.vault;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
