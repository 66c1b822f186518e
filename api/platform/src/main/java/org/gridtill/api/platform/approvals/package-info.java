/** What an administrator may not do alone, and the second one who approves it. */
@Export
@Version("0.1.0")
package org.gridtill.api.platform.approvals;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
