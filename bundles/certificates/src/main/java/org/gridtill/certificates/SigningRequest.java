package org.gridtill.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A request for a certificate (PKCS#10) that was checked: whoever made it has the private key.
 * Subject and extensions that it asks for are not looked at.
 *
 * @param key the public key
 */
record SigningRequest(SubjectPublicKeyInfo key) {

  private static final int LONGEST = 16_384;
  private static final String WHAT = "a PKCS#10 certificate request";

  private static final Map<ASN1ObjectIdentifier, String> ALGORITHMS =
      Map.of(
          X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA256withECDSA",
          X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA384withECDSA",
          X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA512withECDSA",
          PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA",
          PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA384withRSA",
          PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA512withRSA");

  /**
   * Reads and checks a request.
   *
   * @param input as PEM or DER
   * @throws IllegalArgumentException if it is none, or not good enough, saying why
   */
  static SigningRequest read(byte[] input) {
    List<byte[]> blocks = Pem.decode(input, Pem.REQUESTS, LONGEST, WHAT);
    if (blocks.size() > 1) {
      throw new IllegalArgumentException("this is more than one certificate request");
    }
    try {
      return checked(parsed(blocks.get(0)));
    } catch (IllegalStateException | ClassCastException | ArithmeticException e) {
      // What a part of it is, shows only when it is used.
      throw new IllegalArgumentException("this is not " + WHAT, e);
    }
  }

  private static SigningRequest checked(CertificationRequest request) {
    SubjectPublicKeyInfo key = request.getCertificationRequestInfo().getSubjectPublicKeyInfo();
    PublicKey publicKey = PublicKeys.accepted(key);
    requireSigned(request, publicKey);
    return new SigningRequest(key);
  }

  /** The parser of ASN.1 tells of what it cannot read by exceptions of many kinds. */
  private static CertificationRequest parsed(byte[] der) {
    try {
      CertificationRequest request =
          CertificationRequest.getInstance(ASN1Primitive.fromByteArray(der));
      if (request.getCertificationRequestInfo().getVersion().intValueExact() != 0) {
        throw new IllegalArgumentException("the certificate request is of another version than 1");
      }
      // One way to write it only, so that what is signed is what was read.
      if (!Arrays.equals(request.getEncoded("DER"), der)) {
        throw new IllegalArgumentException("the certificate request is not in DER");
      }
      return request;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("this is not " + WHAT, e);
    }
  }

  private static void requireSigned(CertificationRequest request, PublicKey publicKey) {
    ASN1ObjectIdentifier oid = request.getSignatureAlgorithm().getAlgorithm();
    String algorithm = ALGORITHMS.get(oid);
    if (algorithm == null) {
      throw new IllegalArgumentException(
          "the request is signed by " + oid + "; it must be ECDSA or RSA with SHA-256 or longer");
    }
    boolean right;
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(publicKey);
      signature.update(request.getCertificationRequestInfo().getEncoded("DER"));
      right = signature.verify(request.getSignature().getOctets());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("the request's signature cannot be read", e);
    }
    if (!right) {
      throw new IllegalArgumentException(
          "the request's signature is wrong: whoever made it may not have the private key");
    }
  }

  /** Returns what a key is known by: SHA-256 of the public key, in hexadecimal. */
  String digest() {
    try {
      return Digests.hex(key.getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException("what was just read cannot be written", e);
    }
  }
}
