/**
 * Values that every adapter speaks in: money, consumer and serial numbers, and the mark of an
 * adapter service.
 */
@Export
@Version("0.3.0")
package org.gridtill.api.adapter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
