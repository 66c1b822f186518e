/** The one clock of the platform, and its accounting days. */
@Export
@Version("0.1.1")
package org.gridtill.api.platform.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
