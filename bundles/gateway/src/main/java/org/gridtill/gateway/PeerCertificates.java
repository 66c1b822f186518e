package org.gridtill.gateway;

import static org.gridtill.gateway.Fault.BAD_CERTIFICATE;

import java.util.Optional;
import org.gridtill.api.platform.certificates.CertificateFinding;
import org.gridtill.api.platform.terminals.CertificateGuard;

/**
 * What a connection's certificate says of each frame on it. It is judged anew for each, since it
 * may have been revoked, or its time have passed, since the handshake; and a resumed session had no
 * handshake with a certificate at all. Safe for use by several threads.
 */
final class PeerCertificates {

  private final Platform platform;
  private final FaultLog log;

  PeerCertificates(Platform platform, FaultLog log) {
    this.platform = platform;
    this.log = log;
  }

  /**
   * Returns the terminal whose certificate a connection has proved, now.
   *
   * @return the empty text if it has proved none; empty if its certificate is not good any more, in
   *     which case the connection ends with the answer
   * @throws RuntimeException if nobody can tell
   */
  Optional<String> holder(Peer peer) {
    if (peer.certificate().isEmpty()) {
      return Optional.of("");
    }
    CertificateFinding finding =
        platform
            .certificates()
            .orElseThrow(() -> new IllegalStateException("who judges certificates is away"))
            .judgeAgain(peer.certificate());
    if (finding.isGood()) {
      return Optional.of(finding.terminalCode());
    }
    peer.condemn();
    PeerTrust.alarm(platform, finding);
    log.fault(
        BAD_CERTIFICATE,
        peer.address(),
        finding.verdict() + ", " + finding.words() + "; the connection ends");
    return Optional.empty();
  }

  /** Returns the guard that knows which terminal may speak over which certificate. */
  CertificateGuard guard() {
    return platform
        .certificateGuard()
        .orElseThrow(() -> new IllegalStateException("the guard of certificates is away"));
  }
}
