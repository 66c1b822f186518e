/** Where terminals connect, and what comes in there. */
@Export
@Version("0.1.2")
package org.gridtill.api.platform.gateway;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
