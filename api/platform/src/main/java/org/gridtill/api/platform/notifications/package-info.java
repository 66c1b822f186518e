/** Messages to people. */
@Export
@Version("0.1.0")
package org.gridtill.api.platform.notifications;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
