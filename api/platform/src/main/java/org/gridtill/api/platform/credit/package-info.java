/** Who collects money, how much of it they may hold, and how they remit it. */
@Export
@Version("0.4.0")
package org.gridtill.api.platform.credit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
