package org.gridtill.gateway;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.gridtill.api.platform.certificates.CertificateFinding;
import org.gridtill.api.platform.certificates.DeviceCertificates;
import org.gridtill.api.platform.terminals.Guard;

/**
 * Has the platform judge the certificates that terminals show at their handshakes. Waits for the
 * database, and therefore never runs on a network thread.
 */
final class PeerTrust extends X509ExtendedTrustManager {

  private final Platform platform;

  PeerTrust(Platform platform) {
    this.platform = platform;
  }

  /** That a certificate is not accepted, and why. */
  static final class Refused extends CertificateException {

    private static final long serialVersionUID = 1L;

    Refused(String words) {
      super(words);
    }
  }

  /** That nobody can judge a certificate now. */
  static final class Away extends CertificateException {

    private static final long serialVersionUID = 1L;

    Away(RuntimeException cause) {
      super("certificates cannot be judged now", cause);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    CertificateFinding finding;
    try {
      finding = certificates().judge(List.of(chain));
    } catch (RuntimeException e) {
      throw new Away(e);
    }
    if (!finding.isGood()) {
      alarm(platform, finding);
      throw new Refused(finding.verdict() + ", " + finding.words());
    }
  }

  /** A terminal of which the platform knows tells operations that somebody tries with it. */
  static void alarm(Platform platform, CertificateFinding finding) {
    if (finding.terminalCode().isEmpty()) {
      return;
    }
    platform
        .alarms()
        .ifPresent(
            alarms ->
                alarms.raise(
                    finding.terminalCode(),
                    Guard.CERTIFICATE,
                    finding.verdict().name(),
                    finding.words() + " was shown"));
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    try {
      return certificates().authorities().toArray(new X509Certificate[0]);
    } catch (RuntimeException e) {
      // The handshake goes on without a hint, and ends when the certificate cannot be judged.
      return new X509Certificate[0];
    }
  }

  private DeviceCertificates certificates() {
    return platform
        .certificates()
        .orElseThrow(() -> new IllegalStateException("who judges certificates is away"));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw notAClient();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw notAClient();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notAClient();
  }

  private static CertificateException notAClient() {
    return new Refused("an endpoint connects to nobody");
  }
}
