/** The people who administer the platform: who they are, and what they may do. */
@Export
@Version("0.1.0")
package org.gridtill.api.platform.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
