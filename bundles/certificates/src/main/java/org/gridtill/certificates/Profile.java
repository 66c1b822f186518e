package org.gridtill.certificates;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.util.IPAddress;

/**
 * What stands in a certificate beside its key: docs/certificates.md.
 *
 * @param subject whose it is
 * @param notBefore when its time begins
 * @param notAfter when its time ends
 * @param extensions what else is said, without the identifiers of keys
 */
record Profile(X500Name subject, Instant notBefore, Instant notAfter, List<Extra> extensions) {

  /** Of every terminal's certificate, the name that programs read begins with this. */
  static final String URN = "urn:gridtill:terminal:";

  Profile {
    extensions = List.copyOf(extensions);
  }

  /** An extension. */
  record Extra(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {}

  /** That of an authority below which there is no other. */
  static Profile authority(String name, Instant from, Instant to) {
    return new Profile(
        new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build(),
        from,
        to,
        List.of(
            new Extra(Extension.basicConstraints, true, new BasicConstraints(0)),
            new Extra(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))));
  }

  /** That of a terminal. */
  static Profile terminal(String code, String makersNumber, Instant from, Instant to) {
    X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, code);
    if (!makersNumber.isEmpty()) {
      subject.addRDN(BCStyle.SERIALNUMBER, makersNumber);
    }
    GeneralName urn = new GeneralName(GeneralName.uniformResourceIdentifier, URN + code);
    return leaf(subject.build(), from, to, KeyPurposeId.id_kp_clientAuth, new GeneralName[] {urn});
  }

  /** That of an endpoint. */
  static Profile server(List<String> names, Instant from, Instant to) {
    X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
    subject.addRDN(BCStyle.CN, names.get(0));
    GeneralName[] alternatives =
        names.stream()
            .map(
                name ->
                    new GeneralName(
                        IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName,
                        name))
            .toArray(GeneralName[]::new);
    return leaf(subject.build(), from, to, KeyPurposeId.id_kp_serverAuth, alternatives);
  }

  private static Profile leaf(
      X500Name subject, Instant from, Instant to, KeyPurposeId purpose, GeneralName[] names) {
    return new Profile(
        subject,
        from,
        to,
        List.of(
            new Extra(Extension.basicConstraints, true, new BasicConstraints(false)),
            new Extra(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)),
            new Extra(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose)),
            new Extra(Extension.subjectAlternativeName, false, new GeneralNames(names))));
  }

  /** Returns the extensions, to be added to. */
  ExtensionsGenerator generator() throws IOException {
    ExtensionsGenerator generator = new ExtensionsGenerator();
    for (Extra each : extensions) {
      generator.addExtension(each.name(), each.critical(), each.value());
    }
    return generator;
  }

  /** Returns an identifier of a key as an extension has it. */
  static DEROctetString identifier(byte[] bytes) {
    return new DEROctetString(bytes);
  }
}
