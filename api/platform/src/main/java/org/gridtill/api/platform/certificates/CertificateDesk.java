package org.gridtill.api.platform.certificates;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Issues, registers and revokes certificates. The private keys of devices and servers are made
 * where they are used and never come here. What was issued is committed before anybody sees it.
 * Safe for use by several threads and nodes.
 *
 * <p>All methods throw IllegalArgumentException, with one sentence, for what is wrong with what
 * they are given, and IllegalStateException if there is no authority that could do it.
 */
@ProviderType
public interface CertificateDesk {

  /**
   * Makes the platform's own authority: a key in the vault, and a certificate signed by it. An
   * earlier one goes on being trusted, but issues nothing any more.
   *
   * @param name its common name, 1 to 64 letters, digits, blanks, dots and dashes
   * @throws IllegalStateException if the utility's own authority is configured
   */
  Authority create(String name, String person);

  /** Returns all authorities that are trusted, first the one that issues. */
  List<Authority> authorities();

  /**
   * Issues a certificate to a terminal that is registered. The same request again gets the same
   * certificate again, as long as it is good.
   *
   * @param request PKCS#10, as PEM or DER
   * @return the certificate and that of the authority, as PEM
   */
  Issued enroll(String terminalCode, byte[] request, String person);

  /**
   * Registers a certificate that the utility's own authority has issued to a terminal. The same
   * once more changes nothing.
   *
   * @param certificate X.509, as PEM or DER; behind it may stand what leads to the authority
   */
  Certificate register(String terminalCode, byte[] certificate, String person);

  /**
   * Issues a certificate to an endpoint.
   *
   * @param request PKCS#10, as PEM or DER
   * @param names the names and addresses by which terminals reach it, at least one
   */
  Issued issueServer(byte[] request, List<String> names, String person);

  /** Returns the registered certificates, ordered by holder and time. */
  List<Certificate> list();

  /** Returns the certificate of a serial number; empty for none. */
  Optional<Certificate> find(String serialNo);

  /**
   * Revokes a certificate for good. One that is revoked already stays as it is.
   *
   * @throws IllegalArgumentException if there is none, or more than one, of that serial number
   */
  Certificate revoke(String serialNo, Certificate.Revocation reason, String person);

  /** Makes a list of what the platform's own authority has revoked, as PEM. */
  String revocationList();

  /**
   * Takes over what another authority has revoked.
   *
   * @param list a list of revoked certificates, as PEM or DER, signed by a trusted authority
   * @return how many registered certificates were revoked by it
   */
  int importRevocationList(byte[] list, String person);

  /**
   * What was issued.
   *
   * @param certificate what is registered of it
   * @param pem it and what leads to the authority
   * @param again whether it had been issued before
   */
  record Issued(Certificate certificate, String pem, boolean again) {}
}
