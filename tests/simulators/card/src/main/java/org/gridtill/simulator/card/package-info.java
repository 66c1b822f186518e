/**
 * A consumer's CPU card and its prepayment meter, in software: what a card reader, a meter and the
 * utility's key system do in the field, for tests and demonstrations.
 *
 * <p>The layout of the files and the rules by which a meter takes a card are those of the State
 * Grid family of prepayment meters. The cryptography is a substitute; see {@link
 * org.gridtill.simulator.card.SubstituteCryptography}.
 */
@Export
@Version("0.1.0")
package org.gridtill.simulator.card;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
