package org.gridtill.shell;

/**
 * An adapter as the list shows it.
 *
 * @param name what endpoints call it; "?" if not even that is known
 * @param kind what it connects
 * @param vendor who ships it
 * @param bundle its bundle's symbolic name
 * @param version its bundle's version
 * @param bundleState its bundle's state, such as Active
 * @param state "ready", or why it is not
 * @param bundleId its bundle's number
 */
record AdapterRow(
    String name,
    String kind,
    String vendor,
    String bundle,
    String version,
    String bundleState,
    String state,
    long bundleId) {

  static final String READY = "ready";
  static final String UNKNOWN = "?";
  static final String NOT_STARTED = "its bundle is not started";

  /** The same in another state. */
  AdapterRow in(String other) {
    return new AdapterRow(name, kind, vendor, bundle, version, bundleState, other, bundleId);
  }
}
