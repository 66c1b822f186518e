/**
 * What the author of a terminal adapter implements and calls: frames in, requests out, and back.
 */
@Export
@Version("0.2.3")
package org.gridtill.api.adapter.terminal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
