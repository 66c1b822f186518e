package org.gridtill.api.platform.trust;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Decides which bundles may resolve. A bundle of the distribution may; any other only if a vendor
 * whom operations trust has signed all of it, or if operations have listed its digest. Safe for use
 * by several threads.
 */
@ProviderType
public interface VendorTrust {

  /**
   * Tells whether a bundle that is not trusted is kept from resolving. If not, such a bundle is let
   * through, with a warning: a setting for development, which only a restart changes.
   */
  boolean enforced();

  /** Returns the vendors that are trusted, sorted by alias. */
  List<Vendor> vendors();

  /**
   * Reads a certificate as {@link #trust} would, and trusts nobody.
   *
   * @param alias what operations are going to call the vendor: lower-case letters, digits, dashes
   * @param pem the text of a PEM file with one X.509 certificate
   * @throws IllegalArgumentException if the alias or the certificate is no good, saying why
   */
  Vendor read(String alias, String pem);

  /**
   * Trusts a vendor from now on. Bundles that were waiting for it start before this returns.
   *
   * @param alias as of {@link #read}
   * @param pem as of {@link #read}
   * @param fingerprint the certificate's fingerprint as the vendor has told it on another way
   * @param person who decides this
   * @return what came of the bundles that this vendor has signed
   * @throws IllegalArgumentException if the alias, the certificate or the fingerprint is no good,
   *     saying why
   * @throws IllegalStateException if the alias or the certificate is taken, or the vendor cannot be
   *     written down; nobody is trusted then
   */
  List<BundleVerdict> trust(String alias, String pem, String fingerprint, String person);

  /**
   * Trusts a vendor no longer. Its bundles are stopped when this returns, so that their services
   * are gone, and cannot resolve again.
   *
   * @param alias the vendor's
   * @param person who decides this
   * @return what came of the bundles that this vendor has signed
   * @throws IllegalArgumentException if no vendor of that alias is trusted
   * @throws IllegalStateException if that cannot be written down; the vendor is trusted still
   */
  List<BundleVerdict> revoke(String alias, String person);

  /** Returns the verdict on each bundle that is not of the distribution, sorted by bundle. */
  List<BundleVerdict> verdicts();

  /**
   * Returns the verdict on a bundle.
   *
   * @param bundleId the framework's number of it
   * @return empty if no such bundle is installed
   */
  Optional<BundleVerdict> verdict(long bundleId);

  /**
   * Returns the file from which the framework loads a bundle, which is the one that is judged. It
   * is to be read only, and gone when the bundle is updated or uninstalled.
   *
   * @param bundleId the framework's number of it
   * @return empty if there is no such bundle, or no such file
   */
  Optional<Path> file(long bundleId);
}
