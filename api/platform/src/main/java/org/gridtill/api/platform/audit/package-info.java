/** The audit trail: who did what on the platform, so that nobody changes it afterwards unseen. */
@Export
@Version("0.1.0")
package org.gridtill.api.platform.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
