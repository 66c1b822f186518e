package org.gridtill.certificates;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.platform.certificates.Certificate;
import org.gridtill.api.platform.certificates.CertificateFinding;
import org.gridtill.api.platform.certificates.CertificateFinding.Verdict;
import org.gridtill.api.platform.certificates.DeviceCertificates;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Judges devices' certificates by the registry on the database. */
@Component(configurationPid = CertificatesConfiguration.PID)
public final class JpaDeviceCertificates implements DeviceCertificates {

  private final Authorities authorities;
  private final CertificateTable table;
  private final TerminalRegistry terminals;
  private final PlatformClock clock;

  /** Made by Declarative Services. */
  @Activate
  public JpaDeviceCertificates(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference TerminalRegistry terminals,
      @Reference PlatformClock clock,
      CertificatesConfiguration configuration) {
    this(jpa, terminals, clock, CertificatesSettings.of(configuration));
  }

  JpaDeviceCertificates(
      JpaTemplate jpa,
      TerminalRegistry terminals,
      PlatformClock clock,
      CertificatesSettings settings) {
    authorities = new Authorities(jpa, settings.anchors());
    table = new CertificateTable(jpa);
    this.terminals = terminals;
    this.clock = clock;
  }

  @Override
  public List<X509Certificate> authorities() {
    return authorities.all();
  }

  @Override
  public CertificateFinding judge(List<X509Certificate> chain) {
    Paths.Finding path = Paths.judge(chain, authorities.all(), clock.now());
    if (chain.isEmpty()) {
      return new CertificateFinding(path.verdict(), "", "", path.words());
    }
    X509Certificate certificate = chain.get(0);
    String fingerprint = Digests.of(certificate);
    String which = which(certificate);
    if (path.verdict() != Verdict.GOOD) {
      return new CertificateFinding(path.verdict(), "", fingerprint, which + ": " + path.words());
    }
    return registered(fingerprint, which);
  }

  @Override
  public CertificateFinding judgeAgain(String fingerprint) {
    return registered(fingerprint, "");
  }

  private CertificateFinding registered(String fingerprint, String which) {
    Optional<Certificate> found =
        table.ofFingerprint(fingerprint).map(CertificateTable.Entry::certificate);
    if (found.isEmpty() || found.get().use() != Certificate.Use.TERMINAL) {
      return new CertificateFinding(
          Verdict.UNREGISTERED, "", fingerprint, which + ": nobody has registered it");
    }
    Certificate certificate = found.get();
    String words = "certificate " + certificate.serialNo() + " of terminal " + certificate.holder();
    Verdict verdict = verdict(certificate, clock.now());
    return new CertificateFinding(verdict, certificate.holder(), fingerprint, words);
  }

  private Verdict verdict(Certificate certificate, Instant now) {
    if (certificate.revocation() != null) {
      return Verdict.REVOKED;
    }
    if (now.isAfter(certificate.notAfter())) {
      return Verdict.EXPIRED;
    }
    boolean works =
        terminals
            .find(certificate.holder())
            .filter(terminal -> terminal.status() != Terminal.Status.REVOKED)
            .isPresent();
    return works ? Verdict.GOOD : Verdict.TERMINAL_REVOKED;
  }

  private static String which(X509Certificate certificate) {
    return "certificate "
        + X509.serialNo(certificate)
        + " of "
        + X509.name(certificate.getSubjectX500Principal())
        + ", issued by "
        + X509.name(certificate.getIssuerX500Principal());
  }
}
