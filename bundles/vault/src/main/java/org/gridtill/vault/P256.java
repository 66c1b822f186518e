package org.gridtill.vault;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** Arithmetic of an authority's key on the curve P-256. */
final class P256 {

  /** How long the private key is. */
  static final int SCALAR_BYTES = 32;

  private static final X9ECParameters CURVE =
      SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

  private P256() {}

  /** Makes a private key, which the caller wipes. */
  static byte[] generate(SecureRandom random) {
    while (true) {
      byte[] bytes = new byte[SCALAR_BYTES];
      random.nextBytes(bytes);
      BigInteger scalar = new BigInteger(1, bytes);
      if (scalar.signum() > 0 && scalar.compareTo(DOMAIN.getN()) < 0) {
        return bytes;
      }
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Returns the public key, as X.509 has it. */
  static byte[] publicKey(byte[] privateKey) {
    ECPoint point =
        new FixedPointCombMultiplier()
            .multiply(DOMAIN.getG(), new BigInteger(1, privateKey))
            .normalize();
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
    return encoded(new SubjectPublicKeyInfo(algorithm, point.getEncoded(false)));
  }

  /** Signs data, with the number that RFC 6979 derives instead of a random one. */
  static byte[] sign(byte[] privateKey, byte[] data) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(data, 0, data.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(
        true, new ECPrivateKeyParameters(BigIntegers.fromUnsignedByteArray(privateKey), DOMAIN));
    BigInteger[] parts = signer.generateSignature(hash);
    return encoded(
        new DERSequence(new ASN1Integer[] {new ASN1Integer(parts[0]), new ASN1Integer(parts[1])}));
  }

  private static byte[] encoded(org.bouncycastle.asn1.ASN1Object object) {
    try {
      return object.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("what was just made cannot be encoded", e);
    }
  }
}
