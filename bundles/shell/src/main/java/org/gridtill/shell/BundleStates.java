package org.gridtill.shell;

import org.osgi.framework.Bundle;

/** The names of bundles' states, as Karaf's own commands have them. */
final class BundleStates {

  private BundleStates() {}

  static String name(int state) {
    return switch (state) {
      case Bundle.UNINSTALLED -> "Uninstalled";
      case Bundle.INSTALLED -> "Installed";
      case Bundle.RESOLVED -> "Resolved";
      case Bundle.STARTING -> "Starting";
      case Bundle.STOPPING -> "Stopping";
      case Bundle.ACTIVE -> "Active";
      default -> "State " + state;
    };
  }
}
