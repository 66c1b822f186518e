/** The certificates by which devices prove themselves on their connections, and who issues them. */
@Export
@Version("0.1.0")
package org.gridtill.api.platform.certificates;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
