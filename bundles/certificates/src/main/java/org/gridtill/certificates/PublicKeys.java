package org.gridtill.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;

/** Which public keys may have a certificate: P-256, P-384, RSA from 2048 bits. */
final class PublicKeys {

  private static final Map<ASN1ObjectIdentifier, String> CURVES =
      Map.of(
          SECObjectIdentifiers.secp256r1, "P-256",
          SECObjectIdentifiers.secp384r1, "P-384");
  private static final int LEAST_RSA = 2048;
  private static final int MOST_RSA = 8192;
  private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);
  private static final int EXPONENT_BITS = 256;

  private PublicKeys() {}

  /**
   * Checks a key.
   *
   * @throws IllegalArgumentException if it may have no certificate, saying why
   */
  static PublicKey accepted(SubjectPublicKeyInfo key) {
    ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
    try {
      if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
        requireGood(key, key.getAlgorithm().getParameters());
        return decoded("EC", key);
      }
      if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
        requireGood(RSAPublicKey.getInstance(key.parsePublicKey()));
        return decoded("RSA", key);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("the public key cannot be read", e);
    }
    throw new IllegalArgumentException(
        "the public key is for " + algorithm + "; it must be an elliptic curve's or RSA's");
  }

  private static void requireGood(SubjectPublicKeyInfo key, ASN1Encodable parameters) {
    if (!(parameters instanceof ASN1ObjectIdentifier curve) || !CURVES.containsKey(curve)) {
      throw new IllegalArgumentException("the public key is on another curve than P-256 or P-384");
    }
    ECPoint point;
    try {
      point =
          SECNamedCurves.getByOID(curve).getCurve().decodePoint(key.getPublicKeyData().getOctets());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the public key is no point of its curve", e);
    }
    if (point.isInfinity()) {
      throw new IllegalArgumentException("the public key is no point of its curve");
    }
  }

  private static void requireGood(RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    if (bits < LEAST_RSA || bits > MOST_RSA) {
      throw new IllegalArgumentException(
          "the RSA key has " + bits + " bits; it must have " + LEAST_RSA + " to " + MOST_RSA);
    }
    BigInteger exponent = key.getPublicExponent();
    if (exponent.compareTo(LEAST_EXPONENT) < 0
        || !exponent.testBit(0)
        || exponent.bitLength() > EXPONENT_BITS
        || !key.getModulus().testBit(0)) {
      throw new IllegalArgumentException("the RSA key has a weak exponent or modulus");
    }
  }

  private static PublicKey decoded(String algorithm, SubjectPublicKeyInfo key)
      throws GeneralSecurityException, IOException {
    return KeyFactory.getInstance(algorithm)
        .generatePublic(new X509EncodedKeySpec(key.getEncoded("DER")));
  }
}
