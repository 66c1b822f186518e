package org.gridtill.simulator.pos;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * A terminal's own key for TLS, made in the terminal and never leaving it. Written from
 * docs/certificates.md with the JDK alone; the request is put together byte by byte. Immutable.
 */
public final class DeviceKey {

  /** SEQUENCE of the identifier of ECDSA with SHA-256. */
  private static final byte[] ECDSA_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");

  /** The identifier of a common name. */
  private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8 = 0x0c;
  private static final int NO_ATTRIBUTES = 0xa0;
  private static final char[] NO_PASSWORD = "terminal".toCharArray();

  private final KeyPair pair;

  private DeviceKey(KeyPair pair) {
    this.pair = pair;
  }

  /** Makes a key on the curve P-256. */
  public static DeviceKey make() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return new DeviceKey(generator.generateKeyPair());
  }

  /** Returns a request for a certificate (PKCS#10), as PEM. */
  public String request(String terminalCode) throws GeneralSecurityException {
    byte[] code = terminalCode.getBytes(StandardCharsets.UTF_8);
    byte[] name = tlv(SEQUENCE, tlv(SET, tlv(SEQUENCE, COMMON_NAME, tlv(UTF8, code))));
    byte[] content =
        tlv(
            SEQUENCE,
            tlv(INTEGER, new byte[1]),
            name,
            pair.getPublic().getEncoded(),
            tlv(NO_ATTRIBUTES));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(content);
    byte[] request =
        tlv(SEQUENCE, content, ECDSA_SHA256, tlv(BIT_STRING, new byte[1], signature.sign()));
    return "-----BEGIN CERTIFICATE REQUEST-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(request)
        + "\n-----END CERTIFICATE REQUEST-----\n";
  }

  /**
   * Returns what makes sockets that show the terminal's certificate.
   *
   * @param certificates the certificate that was issued and what leads to its authority, as PEM;
   *     other text around them is skipped
   * @param platform what the terminal knows the platform by
   */
  public SocketFactory sockets(String certificates, TrustManager... platform)
      throws GeneralSecurityException {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry("terminal", pair.getPrivate(), NO_PASSWORD, chain(certificates));
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), platform, null);
      return context.getSocketFactory();
    } catch (java.io.IOException e) {
      throw new GeneralSecurityException("a key store in memory cannot be made", e);
    }
  }

  /** Trusts the last certificate of these, that of the authority, and what it has issued. */
  public static TrustManager[] trusting(String certificates) throws GeneralSecurityException {
    try {
      Certificate[] chain = chain(certificates);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", chain[chain.length - 1]);
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      return managers.getTrustManagers();
    } catch (java.io.IOException e) {
      throw new GeneralSecurityException("a key store in memory cannot be made", e);
    }
  }

  private static Certificate[] chain(String text) throws GeneralSecurityException {
    int begin = text.indexOf("-----BEGIN CERTIFICATE-----");
    int end = text.lastIndexOf("-----END CERTIFICATE-----");
    if (begin < 0 || end < begin) {
      throw new GeneralSecurityException("there is no certificate in this text");
    }
    String pem = text.substring(begin, end) + "-----END CERTIFICATE-----\n";
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
        .toArray(new Certificate[0]);
  }

  private static byte[] tlv(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    if (content.size() > 255) {
      all.write(0x82);
      all.write(content.size() >> 8);
    } else if (content.size() > 127) {
      all.write(0x81);
    }
    all.write(content.size());
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
