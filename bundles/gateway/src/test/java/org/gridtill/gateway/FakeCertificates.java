package org.gridtill.gateway;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.certificates.CertificateFinding;
import org.gridtill.api.platform.certificates.CertificateFinding.Verdict;
import org.gridtill.api.platform.certificates.DeviceCertificates;
import org.gridtill.api.platform.terminals.CertificateGuard;

/** Judges as a test tells it; its certificates are terminal T1's unless told. */
final class FakeCertificates implements DeviceCertificates, CertificateGuard {

  volatile Verdict verdict = Verdict.GOOD;
  volatile String holder = "T1";
  volatile boolean mustShow;
  volatile boolean databaseAway;
  volatile List<X509Certificate> authorities = List.of();
  volatile List<X509Certificate> judged = List.of();

  @Override
  public List<X509Certificate> authorities() {
    return authorities;
  }

  @Override
  public CertificateFinding judge(List<X509Certificate> chain) {
    judged = chain;
    return judgeAgain("at the handshake");
  }

  @Override
  public CertificateFinding judgeAgain(String fingerprint) {
    if (databaseAway) {
      throw new IllegalStateException("the database is away");
    }
    return new CertificateFinding(verdict, holder, fingerprint, "a test's certificate");
  }

  @Override
  public Optional<Reply.Refused> admit(Origin origin, String certifiedTerminal) {
    boolean wrong =
        !certifiedTerminal.isEmpty() && !certifiedTerminal.equals(origin.terminalCode());
    return wrong || mustShow && certifiedTerminal.isEmpty()
        ? Optional.of(
            new Reply.Refused(FakePlatform.NOW, Refusal.CERTIFICATE_REFUSED, "a guard says no"))
        : Optional.empty();
  }
}
