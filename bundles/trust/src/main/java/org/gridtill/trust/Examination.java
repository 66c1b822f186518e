package org.gridtill.trust;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a bundle's file is, whoever is trusted.
 *
 * @param origin where it comes from
 * @param chains the certificates of each who has signed all of it, the signer's own first; empty
 *     unless it is foreign and signed
 * @param fault why nobody has signed it, as the end of a sentence; empty if somebody has
 */
record Examination(Origin origin, List<List<X509Certificate>> chains, String fault) {

  /** Where a file comes from. */
  enum Origin {
    DISTRIBUTION,
    LISTED,
    FOREIGN
  }

  static Examination of(Origin origin) {
    return new Examination(origin, List.of(), "");
  }

  static Examination signed(List<List<X509Certificate>> chains) {
    return new Examination(Origin.FOREIGN, List.copyOf(chains), "");
  }

  static Examination faulty(String fault) {
    return new Examination(Origin.FOREIGN, List.of(), fault);
  }
}
