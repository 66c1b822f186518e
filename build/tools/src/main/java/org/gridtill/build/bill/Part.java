package org.gridtill.build.bill;

import java.util.List;

/**
 * A jar of the distribution, or what is packed inside of one.
 *
 * @param path where it is in the distribution, with slashes; of something packed inside, the jar
 *     around it
 * @param sha256 of the jar, in hexadecimal; empty for what is packed inside
 * @param said what the jar itself says about its license; empty if it says nothing
 * @param inside what its publisher has packed into it
 */
record Part(Coordinates coordinates, String path, String sha256, String said, List<Part> inside) {

  boolean isInsideAnother() {
    return sha256.isEmpty();
  }
}
