package org.gridtill.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** Examines bundles' files. Safe for use by several threads. */
final class Examiner {

  private final BundleFiles files;
  private final Path system;
  private final DigestList distribution;
  private final DigestList listed;

  /**
   * Makes one.
   *
   * @param system where the distribution keeps its bundles, and nobody but operations writes
   * @param distribution digests of what the distribution is made of
   * @param listed digests of what operations have let in besides
   */
  Examiner(BundleFiles files, Path system, DigestList distribution, DigestList listed) {
    this.files = files;
    this.system = system.toAbsolutePath().normalize();
    this.distribution = distribution;
    this.listed = listed;
  }

  /** Examines the file of the bundle of that number; whatever goes wrong is its fault. */
  Examination examine(long bundleId) {
    try {
      BundleFiles.BundleFile file = files.of(bundleId);
      String digest = Sha256.of(file.path());
      boolean ours = distribution.contains(digest);
      if (ours && (!file.referred() || file.path().normalize().startsWith(system))) {
        return Examination.of(Examination.Origin.DISTRIBUTION);
      }
      if (file.referred()) {
        return Examination.faulty(
            "is installed by reference, so that its file could change after it was checked");
      }
      if (listed.contains(digest)) {
        return Examination.of(Examination.Origin.LISTED);
      }
      return Examination.signed(chains(SignedJar.signers(file.path())));
    } catch (NotSignedException e) {
      return Examination.faulty(e.getMessage());
    } catch (IOException e) {
      return Examination.faulty("its file cannot be read: " + e.getMessage());
    } catch (RuntimeException e) {
      // Of a hostile file; Java's parsers throw all kinds.
      return Examination.faulty("its file cannot be checked: " + e);
    }
  }

  private static List<List<X509Certificate>> chains(Set<CodeSigner> signers) {
    return signers.stream()
        .map(
            signer ->
                signer.getSignerCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList())
        .toList();
  }
}
