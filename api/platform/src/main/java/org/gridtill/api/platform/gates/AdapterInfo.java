package org.gridtill.api.platform.gates;

import java.util.Map;

/**
 * An adapter behind a gate.
 *
 * @param name what endpoints and operations call it
 * @param vendor who ships it
 * @param bundle its bundle's symbolic name
 * @param bundleId its bundle's number
 * @param version its bundle's version
 * @param properties its service properties
 */
public record AdapterInfo(
    String name,
    String vendor,
    String bundle,
    long bundleId,
    String version,
    Map<String, Object> properties) {

  /** Takes a copy of the properties. */
  public AdapterInfo {
    properties = Map.copyOf(properties);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
