package org.gridtill.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.gridtill.api.platform.certificates.Certificate;

/**
 * Makes certificates and lists of an authority.
 *
 * @param name the authority's name
 * @param key its public key
 * @param signature signs with its private key, which stays in the vault
 */
record Issuer(X500Name name, SubjectPublicKeyInfo key, UnaryOperator<byte[]> signature) {

  private static final AlgorithmIdentifier ALGORITHM =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  /** Of these, all but the first are random, which makes all serial numbers equally long. */
  private static final int SERIAL_BITS = 153;

  /** That of an authority whose certificate is there. */
  static Issuer of(X509Certificate certificate, UnaryOperator<byte[]> signature) {
    return new Issuer(
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
        SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded()),
        signature);
  }

  /** Makes a serial number of 152 random bits. */
  static BigInteger serialNo(SecureRandom random) {
    return new BigInteger(SERIAL_BITS - 1, random).setBit(SERIAL_BITS - 1);
  }

  /** Makes a certificate. */
  X509Certificate issue(Profile profile, SubjectPublicKeyInfo subjectKey, BigInteger serialNo) {
    try {
      ExtensionsGenerator extensions = profile.generator();
      extensions.addExtension(
          Extension.subjectKeyIdentifier, false, Profile.identifier(identifier(subjectKey)));
      extensions.addExtension(
          Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(key)));
      V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
      generator.setSerialNumber(new ASN1Integer(serialNo));
      generator.setSignature(ALGORITHM);
      generator.setIssuer(name);
      generator.setStartDate(CertificateDates.encoded(profile.notBefore()));
      generator.setEndDate(CertificateDates.encoded(profile.notAfter()));
      generator.setSubject(profile.subject());
      generator.setSubjectPublicKeyInfo(subjectKey);
      generator.setExtensions(extensions.generate());
      return X509.parse(signed(generator.generateTBSCertificate()));
    } catch (IOException e) {
      throw new IllegalStateException("a certificate cannot be encoded", e);
    }
  }

  /** Makes a list of what was revoked, in DER. */
  byte[] revocationList(
      List<Certificate> revoked, long number, java.time.Instant now, java.time.Instant next) {
    try {
      V2TBSCertListGenerator generator = new V2TBSCertListGenerator();
      generator.setSignature(ALGORITHM);
      generator.setIssuer(name);
      generator.setThisUpdate(CertificateDates.encoded(now));
      generator.setNextUpdate(CertificateDates.encoded(next));
      for (Certificate each : revoked) {
        ExtensionsGenerator reason = new ExtensionsGenerator();
        reason.addExtension(
            Extension.reasonCode, false, CRLReason.lookup(each.revocation().code()));
        generator.addCRLEntry(
            new ASN1Integer(new BigInteger(each.serialNo(), 16)),
            CertificateDates.encoded(each.revokedAt()),
            reason.generate());
      }
      ExtensionsGenerator extensions = new ExtensionsGenerator();
      extensions.addExtension(
          Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(key)));
      extensions.addExtension(Extension.cRLNumber, false, new ASN1Integer(number));
      generator.setExtensions(extensions.generate());
      return signed(generator.generateTBSCertList());
    } catch (IOException e) {
      throw new IllegalStateException("a list cannot be encoded", e);
    }
  }

  private byte[] signed(org.bouncycastle.asn1.ASN1Object content) throws IOException {
    byte[] code = signature.apply(content.getEncoded("DER"));
    return new DERSequence(new ASN1Encodable[] {content, ALGORITHM, new DERBitString(code)})
        .getEncoded("DER");
  }

  private static byte[] identifier(SubjectPublicKeyInfo key) {
    return Digests.keyIdentifier(key.getPublicKeyData().getOctets());
  }
}
