package org.gridtill.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The vendors that operations trust, and the certificates that they trust no longer: a PEM file for
 * each, in {@code vendors} and {@code revoked}. It is read once; later only the methods here change
 * it. Safe for use by several threads.
 */
final class VendorStore {

  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final int RSA_BITS = 2048;

  private final Path trusted;
  private final Path revoked;
  private volatile List<TrustedVendor> vendors;

  /** Who has revoked a certificate, by the certificate. */
  private volatile Map<X509Certificate, String> revokedBy;

  /**
   * Reads the store.
   *
   * @param folder need not be there; nobody is trusted then
   * @param complaints told of each file that cannot be used; its vendor is not trusted
   */
  VendorStore(Path folder, Consumer<String> complaints) {
    trusted = folder.resolve("vendors");
    revoked = folder.resolve("revoked");
    vendors = read(trusted, complaints);
    Map<X509Certificate, String> gone = new HashMap<>();
    read(revoked, complaints).forEach(one -> gone.put(one.certificate(), by(one)));
    revokedBy = Map.copyOf(gone);
  }

  /** Returns them, sorted by alias. */
  List<TrustedVendor> vendors() {
    return vendors;
  }

  /** Returns who has revoked a certificate of these, if anybody has. */
  Optional<String> revoker(List<X509Certificate> chain) {
    Map<X509Certificate, String> gone = revokedBy;
    return chain.stream().filter(gone::containsKey).map(gone::get).findFirst();
  }

  /** Reads a certificate for a vendor; see {@code VendorTrust.read}. */
  TrustedVendor candidate(String alias, String pem) {
    if (!ALIAS.matcher(alias).matches()) {
      throw new IllegalArgumentException(
          "an alias has 1 to 32 lower-case letters, digits and dashes, but not '" + alias + "'");
    }
    X509Certificate certificate = Pem.read(pem);
    CertificateDates.obstacle(certificate)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("the certificate " + why);
            });
    if (certificate.getPublicKey() instanceof RSAKey key
        && key.getModulus().bitLength() < RSA_BITS) {
      throw new IllegalArgumentException(
          "the certificate's key is too weak; RSA needs " + RSA_BITS + " bits");
    }
    return VendorFile.of(alias, certificate, "", null);
  }

  /** Adds a vendor; see {@code VendorTrust.trust}. */
  synchronized TrustedVendor add(TrustedVendor candidate, String person) {
    String alias = candidate.vendor().alias();
    for (TrustedVendor vendor : vendors) {
      if (vendor.vendor().alias().equals(alias)) {
        throw new IllegalStateException("there is a vendor " + alias + " already");
      }
      if (vendor.certificate().equals(candidate.certificate())) {
        throw new IllegalStateException(
            "this certificate is trusted already, as vendor " + vendor.vendor().alias());
      }
    }
    try {
      Path file = VendorFile.in(trusted, alias);
      VendorFile.write(file, candidate.certificate(), person);
      Files.deleteIfExists(revokedFile(candidate));
      TrustedVendor added = VendorFile.read(file);
      List<TrustedVendor> all = new ArrayList<>(vendors);
      all.add(added);
      all.sort(BY_ALIAS);
      vendors = List.copyOf(all);
      Map<X509Certificate, String> gone = new HashMap<>(revokedBy);
      gone.remove(candidate.certificate());
      revokedBy = Map.copyOf(gone);
      return added;
    } catch (IOException e) {
      throw new IllegalStateException("the vendor cannot be written down: " + e, e);
    }
  }

  /** Takes a vendor away; see {@code VendorTrust.revoke}. */
  synchronized TrustedVendor remove(String alias, String person) {
    TrustedVendor vendor =
        vendors.stream()
            .filter(one -> one.vendor().alias().equals(alias))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no vendor " + alias + " is trusted"));
    try {
      // First this: after a crash in between, what is revoked counts.
      VendorFile.write(revokedFile(vendor), vendor.certificate(), person);
      Files.deleteIfExists(VendorFile.in(trusted, alias));
    } catch (IOException e) {
      throw new IllegalStateException("this cannot be written down: " + e, e);
    }
    Map<X509Certificate, String> gone = new HashMap<>(revokedBy);
    gone.put(vendor.certificate(), person);
    revokedBy = Map.copyOf(gone);
    vendors = vendors.stream().filter(one -> !one.equals(vendor)).toList();
    return vendor;
  }

  private static final Comparator<TrustedVendor> BY_ALIAS =
      Comparator.comparing(one -> one.vendor().alias());

  private Path revokedFile(TrustedVendor vendor) {
    return VendorFile.in(revoked, vendor.vendor().fingerprint().replace(":", ""));
  }

  private static String by(TrustedVendor file) {
    return file.vendor().trustedBy().isEmpty() ? "somebody" : file.vendor().trustedBy();
  }

  private static List<TrustedVendor> read(Path folder, Consumer<String> complaints) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<TrustedVendor> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(VendorFile::isOne).toList()) {
        try {
          found.add(VendorFile.read(file));
        } catch (IOException | IllegalArgumentException e) {
          complaints.accept(file + " cannot be used: " + e.getMessage());
        }
      }
    } catch (IOException e) {
      complaints.accept(folder + " cannot be read: " + e);
    }
    found.sort(BY_ALIAS);
    return List.copyOf(found);
  }
}
