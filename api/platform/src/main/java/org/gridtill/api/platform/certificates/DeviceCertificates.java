package org.gridtill.api.platform.certificates;

import java.security.cert.X509Certificate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Judges the certificates that devices show on their connections. What is asked is read from the
 * database each time, so that what was revoked is refused at once, on every node. Safe for use by
 * several threads.
 */
@ProviderType
public interface DeviceCertificates {

  /** Returns the certificates of the authorities whose devices may connect; empty if none may. */
  List<X509Certificate> authorities();

  /**
   * Judges what a device shows at its handshake, in full. That it has the private key as well is
   * for the handshake to prove.
   *
   * @param chain the device's certificate, and behind it what leads to an authority
   * @return what was found, never null
   * @throws RuntimeException if the database is away, so that nothing is known
   */
  CertificateFinding judge(List<X509Certificate> chain);

  /**
   * Judges a certificate again that was found good before: whether it was revoked, or its time has
   * passed, meanwhile.
   *
   * @param fingerprint as it was found
   * @return what was found, never null
   * @throws RuntimeException if the database is away, so that nothing is known
   */
  CertificateFinding judgeAgain(String fingerprint);
}
