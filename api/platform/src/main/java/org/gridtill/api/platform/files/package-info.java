/** Files that people import, and what is wrong with them. */
@Export
@Version("0.1.0")
package org.gridtill.api.platform.files;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
