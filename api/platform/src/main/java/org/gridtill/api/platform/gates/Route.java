package org.gridtill.api.platform.gates;

import java.util.Objects;

/**
 * Whom a call shall go to, if more than one version of an adapter serves.
 *
 * @param terminalCode the terminal that it concerns, which decides; empty if it is not known
 * @param through who shall be called whatever the terminal, if it is still there; null for nobody
 */
public record Route(String terminalCode, AdapterInfo through) {

  /** For calls that concern no terminal, or one that is not known yet. */
  public static final Route UNKNOWN = new Route("", null);

  /** Checks that there is a code, if only an empty one. */
  public Route {
    Objects.requireNonNull(terminalCode);
  }

  /** The route of a terminal. */
  public static Route of(String terminalCode) {
    return new Route(terminalCode, null);
  }

  /** The same, through one version. */
  public Route through(AdapterInfo version) {
    return new Route(terminalCode, version);
  }
}
