/** Puts adapters in place from {@code deploy/}, each next version beside the one that serves. */
package org.gridtill.deployer;
