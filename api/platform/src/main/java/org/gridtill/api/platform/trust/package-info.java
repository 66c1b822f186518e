/**
 * Whose code may run in the platform: vendors that operations trust, and what came of each bundle.
 */
@Export
@Version("0.2.0")
package org.gridtill.api.platform.trust;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
