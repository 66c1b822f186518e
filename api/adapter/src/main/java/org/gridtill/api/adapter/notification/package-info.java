/** What the author of an adapter to a notification channel implements. */
@Export
@Version("0.1.1")
package org.gridtill.api.adapter.notification;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
