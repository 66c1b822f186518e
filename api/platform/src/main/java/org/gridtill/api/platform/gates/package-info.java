/**
 * The gate that every adapter stands behind: it lets calls in while the adapter is there, holds
 * them back for a moment while it is replaced, and gives up those that do not end.
 */
@Export
@Version("0.2.0")
package org.gridtill.api.platform.gates;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
