/** Which terminals exist, whether they may work, and when they were last seen. */
@Export
@Version("0.2.1")
package org.gridtill.api.platform.terminals;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
