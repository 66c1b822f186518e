/** The way of an adapter's jar into the running platform, and what came of it. */
@Export
@Version("0.1.0")
package org.gridtill.api.platform.deploy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
