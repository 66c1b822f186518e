package org.gridtill.certificates;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.gridtill.api.platform.certificates.Authority;
import org.gridtill.api.platform.certificates.Certificate;
import org.gridtill.api.platform.certificates.CertificateDesk;
import org.gridtill.api.platform.certificates.CertificateFinding.Verdict;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.AuthorityKeys;
import org.gridtill.api.platform.vault.AuthorityKeys.AuthorityKey;
import org.gridtill.certificates.CertificateTable.Entry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues, registers and revokes, with the registry on the database and the key in the vault. */
@Component(configurationPid = CertificatesConfiguration.PID)
@Designate(ocd = CertificatesConfiguration.class)
public final class JpaCertificateDesk implements CertificateDesk {

  private static final Logger LOG = LoggerFactory.getLogger(JpaCertificateDesk.class);

  /** Clocks of nodes and devices differ. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  private final Authorities authorities;
  private final CertificateTable table;
  private final RevocationTable revocations;
  private final TerminalRegistry terminals;
  private final AuthorityKeys keys;
  private final PlatformClock clock;
  private final CertificatesSettings settings;
  private final SecureRandom random;

  /** Made by Declarative Services. */
  @Activate
  public JpaCertificateDesk(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference TerminalRegistry terminals,
      @Reference AuthorityKeys keys,
      @Reference PlatformClock clock,
      CertificatesConfiguration configuration) {
    this(jpa, terminals, keys, clock, CertificatesSettings.of(configuration), new SecureRandom());
  }

  JpaCertificateDesk(
      JpaTemplate jpa,
      TerminalRegistry terminals,
      AuthorityKeys keys,
      PlatformClock clock,
      CertificatesSettings settings,
      SecureRandom random) {
    authorities = new Authorities(jpa, settings.anchors());
    table = new CertificateTable(jpa);
    revocations = new RevocationTable(jpa);
    this.terminals = terminals;
    this.keys = keys;
    this.clock = clock;
    this.settings = settings;
    this.random = random;
  }

  @Override
  public Authority create(String name, String person) {
    Forms.person(person);
    Forms.authorityName(name);
    if (!settings.anchors().isEmpty()) {
      throw new IllegalStateException(
          "the utility's own authority is configured (trustAnchors), and issues");
    }
    Instant now = clock.now();
    AuthorityKey key = keys.make(person);
    Profile profile = Profile.authority(name, now.minus(SKEW), now.plus(settings.authority()));
    SubjectPublicKeyInfo publicKey = SubjectPublicKeyInfo.getInstance(key.publicKey());
    Issuer self = new Issuer(profile.subject(), publicKey, data -> keys.sign(key.number(), data));
    X509Certificate certificate = self.issue(profile, publicKey, Issuer.serialNo(random));
    authorities.add(key.number(), certificate, now, person);
    LOG.info("{} has made the certificate authority {}", person, name);
    return Authorities.described(certificate, true);
  }

  @Override
  public List<Authority> authorities() {
    List<Authority> all = new ArrayList<>();
    authorities.own().forEach(own -> all.add(Authorities.described(own.certificate(), true)));
    authorities.configured().forEach(each -> all.add(Authorities.described(each, false)));
    return all;
  }

  @Override
  public Issued enroll(String terminalCode, byte[] request, String person) {
    Forms.person(person);
    Terminal terminal = working(terminalCode);
    SigningRequest checked = SigningRequest.read(request);
    Instant now = clock.now();
    return issue(
        checked,
        Certificate.Use.TERMINAL,
        terminalCode,
        to -> Profile.terminal(terminalCode, terminal.serialNo(), now.minus(SKEW), to),
        settings.terminal(),
        person);
  }

  @Override
  public Issued issueServer(byte[] request, List<String> names, String person) {
    Forms.person(person);
    Forms.serverNames(names);
    SigningRequest checked = SigningRequest.read(request);
    Instant now = clock.now();
    return issue(
        checked,
        Certificate.Use.SERVER,
        names.get(0),
        to -> Profile.server(names, now.minus(SKEW), to),
        settings.server(),
        person);
  }

  /** Makes what stands in a certificate that lasts until a moment. */
  private interface Maker {
    Profile until(Instant to);
  }

  private Issued issue(
      SigningRequest request,
      Certificate.Use use,
      String holder,
      Maker maker,
      Duration life,
      String person) {
    String onceKey = request.digest();
    Optional<Entry> before = table.ofOnceKey(onceKey);
    if (before.isPresent()) {
      return again(before.get(), use, holder);
    }
    Authorities.Own authority =
        authorities
            .issuing()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the platform has no certificate authority of its own;"
                            + " certificate-authority-create makes one"));
    Instant now = clock.now();
    Instant end = CertificateDates.to(authority.certificate());
    if (!now.isBefore(end)) {
      throw new IllegalStateException("the time of the certificate authority is over");
    }
    Instant wanted = now.plus(life);
    Issuer issuer =
        Issuer.of(authority.certificate(), data -> keys.sign(authority.keyNumber(), data));
    X509Certificate certificate =
        issuer.issue(
            maker.until(wanted.isBefore(end) ? wanted : end),
            request.key(),
            Issuer.serialNo(random));
    Entry entry;
    try {
      // Committed before anybody sees it, so that no certificate is out that is not registered.
      entry =
          table.insert(
              new CertificateTable.New(
                  certificate,
                  onceKey,
                  Digests.of(authority.certificate()),
                  use,
                  holder,
                  now,
                  person));
    } catch (RuntimeException e) {
      // Somebody else may have been quicker with the same request.
      return again(table.ofOnceKey(onceKey).orElseThrow(() -> e), use, holder);
    }
    LOG.info(
        "{} has issued certificate {} to {} {}",
        person,
        entry.certificate().serialNo(),
        use,
        holder);
    return new Issued(entry.certificate(), pem(entry), false);
  }

  /** A request that comes again gets what was issued, unless that is not good any more. */
  private Issued again(Entry entry, Certificate.Use use, String holder) {
    Certificate certificate = entry.certificate();
    if (certificate.use() != use || !certificate.holder().equals(holder)) {
      throw new IllegalArgumentException(
          "this key has certificate "
              + certificate.serialNo()
              + " of "
              + certificate.holder()
              + "; each device makes a key of its own");
    }
    if (certificate.revocation() != null) {
      throw new IllegalArgumentException(
          "this key's certificate " + certificate.serialNo() + " is revoked; make a new key");
    }
    if (clock.now().isAfter(certificate.notAfter())) {
      throw new IllegalArgumentException(
          "this key's certificate " + certificate.serialNo() + " has expired; make a new key");
    }
    return new Issued(certificate, pem(entry), true);
  }

  private String pem(Entry entry) {
    StringBuilder pem = new StringBuilder();
    pem.append(Pem.encode(Pem.CERTIFICATE, Authorities.der(X509.ofBase64(entry.base64()))));
    for (Authorities.Own each : authorities.own()) {
      if (Digests.of(each.certificate()).equals(entry.issuerFingerprint())) {
        pem.append(Pem.encode(Pem.CERTIFICATE, Authorities.der(each.certificate())));
      }
    }
    return pem.toString();
  }

  @Override
  public Certificate register(String terminalCode, byte[] certificate, String person) {
    Forms.person(person);
    working(terminalCode);
    List<X509Certificate> chain = X509.chain(certificate);
    X509Certificate leaf = chain.get(0);
    PublicKeys.accepted(SubjectPublicKeyInfo.getInstance(leaf.getPublicKey().getEncoded()));
    Paths.Finding path = Paths.judge(chain, authorities.configured(), clock.now());
    if (path.verdict() != Verdict.GOOD) {
      throw new IllegalArgumentException(
          "the certificate is not good, " + path.verdict() + ": " + path.words());
    }
    String fingerprint = Digests.of(leaf);
    Optional<Entry> before = table.ofFingerprint(fingerprint);
    if (before.isEmpty()) {
      String issuer = Digests.of(path.issuer());
      if (revocations.isRevoked(issuer, X509.serialNo(leaf))) {
        throw new IllegalArgumentException("its authority has revoked the certificate");
      }
      try {
        table.insert(
            new CertificateTable.New(
                leaf,
                fingerprint,
                issuer,
                Certificate.Use.TERMINAL,
                terminalCode,
                clock.now(),
                person));
      } catch (RuntimeException e) {
        table.ofFingerprint(fingerprint).orElseThrow(() -> e);
      }
    }
    Certificate registered = table.ofFingerprint(fingerprint).orElseThrow().certificate();
    if (!registered.holder().equals(terminalCode)) {
      throw new IllegalArgumentException(
          "this certificate is registered for terminal " + registered.holder());
    }
    if (registered.revocation() != null) {
      throw new IllegalArgumentException("this certificate is revoked");
    }
    return registered;
  }

  @Override
  public List<Certificate> list() {
    return table.all().stream().map(Entry::certificate).toList();
  }

  @Override
  public Optional<Certificate> find(String serialNo) {
    return table.ofSerialNo(X509.serialNo(serialNo)).stream().map(Entry::certificate).findFirst();
  }

  @Override
  public Certificate revoke(String serialNo, Certificate.Revocation reason, String person) {
    Forms.person(person);
    String serial = X509.serialNo(serialNo);
    List<Entry> found = table.ofSerialNo(serial);
    if (found.isEmpty()) {
      throw new IllegalArgumentException("there is no certificate " + serial);
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "several authorities have issued a certificate " + serial + "; import a list of theirs");
    }
    String fingerprint = found.get(0).certificate().fingerprint();
    if (table.revoke(fingerprint, reason, clock.now(), person)) {
      LOG.info("{} has revoked certificate {}: {}", person, serial, reason.word());
    }
    return table.ofFingerprint(fingerprint).orElseThrow().certificate();
  }

  @Override
  public String revocationList() {
    Authorities.Own authority =
        authorities
            .issuing()
            .orElseThrow(
                () -> new IllegalStateException("the platform has no authority of its own"));
    String fingerprint = Digests.of(authority.certificate());
    Instant now = clock.now();
    long number = revocations.nextNumber(fingerprint, now);
    List<Certificate> revoked =
        table.ofIssuer(fingerprint).stream()
            .map(Entry::certificate)
            .filter(each -> each.revocation() != null)
            .toList();
    byte[] list =
        Issuer.of(authority.certificate(), data -> keys.sign(authority.keyNumber(), data))
            .revocationList(revoked, number, now, now.plus(settings.list()));
    return Pem.encode(Pem.LIST, list);
  }

  @Override
  public int importRevocationList(byte[] list, String person) {
    Forms.person(person);
    ForeignList read = ForeignList.read(list, authorities.configured(), clock.now());
    revocations.take(read);
    int revoked = 0;
    for (Entry each : table.ofIssuer(read.authority())) {
      ForeignList.Item item = read.items().get(each.certificate().serialNo());
      if (item != null
          && table.revoke(each.certificate().fingerprint(), item.reason(), clock.now(), person)) {
        revoked++;
      }
    }
    LOG.info("{} has imported a list: {} certificates are revoked by it", person, revoked);
    return revoked;
  }

  private Terminal working(String terminalCode) {
    Terminal terminal =
        terminals
            .find(terminalCode)
            .orElseThrow(
                () -> new IllegalArgumentException("there is no terminal " + terminalCode));
    if (terminal.status() == Terminal.Status.REVOKED) {
      throw new IllegalArgumentException("terminal " + terminalCode + " is revoked");
    }
    return terminal;
  }
}
