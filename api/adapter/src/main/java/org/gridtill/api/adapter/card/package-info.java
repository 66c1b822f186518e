/**
 * A meter's CPU card, as terminals read and write it.
 *
 * <p>The content of a card is hexadecimal text here, upper case, two digits a byte. Its layout is
 * that of the prepayment meters of the State Grid family: what the platform has to understand of it
 * is in {@link org.gridtill.api.adapter.card.ParameterFile} and {@link
 * org.gridtill.api.adapter.card.ReturnWriteFile}; everything else passes through unchanged.
 */
@Export
@Version("0.1.0")
package org.gridtill.api.adapter.card;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
