/**
 * For terminals that speak in lines of text: what such a protocol needs besides the meaning of its
 * messages. A kind of terminal with another protocol implements {@code TerminalAdapter} itself.
 */
@Export
@Version("0.1.0")
package org.gridtill.api.adapter.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
