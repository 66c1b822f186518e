package org.gridtill.api.platform.deploy;

import java.nio.file.Path;
import java.util.List;

/**
 * An adapter's jar that was looked at, and where it would go.
 *
 * @param jar the jar, outside of {@code deploy/}
 * @param digest its SHA-256 when it was looked at, in hexadecimal
 * @param bundle its bundle's symbolic name
 * @param version its bundle's version
 * @param file the name that it gets in {@code deploy/}: that of the version before, if there is one
 * @param goes the framework's numbers of the bundles that go when it serves
 */
public record Deployment(
    Path jar, String digest, String bundle, String version, String file, List<Long> goes) {

  /** Takes a copy of the numbers. */
  public Deployment {
    goes = List.copyOf(goes);
  }

  @Override
  public String toString() {
    return bundle + ' ' + version;
  }
}
