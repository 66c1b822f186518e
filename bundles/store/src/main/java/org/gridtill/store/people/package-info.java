/** The tables of people who log in. Used by its owner, the bundle of the same name, alone. */
@Export
@Version("0.1.0")
package org.gridtill.store.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
