/** How much unremitted money an agency may hold. */
@Export
@Version("0.1.0")
package org.gridtill.api.platform.credit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
