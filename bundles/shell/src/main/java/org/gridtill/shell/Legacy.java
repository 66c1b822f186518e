package org.gridtill.shell;

import org.gridtill.api.platform.vault.Suite;

/** Says loudly that something rests on triple DES. */
final class Legacy {

  private Legacy() {}

  /** Returns what stands behind the name of a suite. */
  static String mark(Suite suite, boolean usable) {
    if (!suite.legacy()) {
      return "";
    }
    return usable ? " LEGACY" : " LEGACY, switched off";
  }
}
