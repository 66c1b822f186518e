/** What the author of an adapter to a billing system implements. */
@Export
@Version("0.2.0")
package org.gridtill.api.adapter.billing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
