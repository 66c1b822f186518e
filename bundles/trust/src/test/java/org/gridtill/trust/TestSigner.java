package org.gridtill.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Somebody with a key and a certificate, made for a test.
 *
 * @param chain the own certificate first
 */
record TestSigner(PrivateKey key, List<X509Certificate> chain) {

  static final Instant PAST = Instant.parse("2001-01-01T00:00:00Z");
  static final Instant FUTURE = Instant.parse("2101-01-01T00:00:00Z");

  private static final AlgorithmIdentifier ALGORITHM =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  /** What a test says about a certificate. */
  record Wish(String name, Instant from, Instant to, boolean authority, KeyPurposeId purpose) {

    static Wish of(String name) {
      return new Wish(name, PAST, FUTURE, false, null);
    }

    Wish until(Instant end) {
      return new Wish(name, from, end, authority, purpose);
    }

    Wish from(Instant begin) {
      return new Wish(name, begin, to, authority, purpose);
    }

    Wish asAuthority() {
      return new Wish(name, from, to, true, purpose);
    }

    Wish only(KeyPurposeId what) {
      return new Wish(name, from, to, authority, what);
    }
  }

  static TestSigner named(String name) {
    return of(Wish.of(name));
  }

  /** Makes one with a self-signed certificate. */
  static TestSigner of(Wish wish) {
    KeyPair pair = pair();
    return new TestSigner(
        pair.getPrivate(), List.of(certificate(wish, pair, wish.name(), pair.getPrivate())));
  }

  /** Makes one with a certificate of this one, whose chain does not hold this one's own. */
  TestSigner issue(Wish wish) {
    KeyPair pair = pair();
    String issuer = certificate().getSubjectX500Principal().getName();
    List<X509Certificate> above = new ArrayList<>();
    above.add(certificate(wish, pair, issuer, key));
    return new TestSigner(pair.getPrivate(), above);
  }

  X509Certificate certificate() {
    return chain.get(0);
  }

  String pem() {
    return Pem.write(certificate());
  }

  CertPath path() throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509").generateCertPath(chain);
  }

  TrustedVendor asVendor(String alias) {
    return VendorFile.of(alias, certificate(), "alice", PAST);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(
      Wish wish, KeyPair pair, String issuer, PrivateKey issuerKey) {
    try {
      TBSCertificate content = content(wish, pair, issuer);
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(issuerKey);
      signature.update(content.getEncoded());
      ASN1EncodableVector parts = new ASN1EncodableVector();
      for (ASN1Encodable part : List.of(content, ALGORITHM, new DERBitString(signature.sign()))) {
        parts.add(part);
      }
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(new DERSequence(parts).getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TBSCertificate content(Wish wish, KeyPair pair, String issuer) throws IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    if (wish.authority()) {
      extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    }
    if (wish.purpose() != null) {
      extensions.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wish.purpose()));
    }
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
    generator.setSignature(ALGORITHM);
    generator.setIssuer(new X500Name(issuer));
    generator.setSubject(new X500Name(wish.name()));
    generator.setStartDate(new Time(Date.from(wish.from())));
    generator.setEndDate(new Time(Date.from(wish.to())));
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    if (!extensions.isEmpty()) {
      generator.setExtensions(extensions.generate());
    }
    return generator.generateTBSCertificate();
  }
}
