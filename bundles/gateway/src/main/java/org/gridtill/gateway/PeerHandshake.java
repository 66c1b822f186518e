package org.gridtill.gateway;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import javax.net.ssl.SSLPeerUnverifiedException;

/** How a TLS handshake has ended. */
final class PeerHandshake {

  /** What the JDK says of a peer that shows none although it must. */
  private static final String NONE_SHOWN = "Empty client certificate chain";

  private PeerHandshake() {}

  /** Why it failed. */
  record Failure(Fault fault, String words) {}

  static Failure failure(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof PeerTrust.Refused) {
        return new Failure(Fault.BAD_CERTIFICATE, each.getMessage());
      }
      if (each instanceof PeerTrust.Away) {
        return new Failure(Fault.PLATFORM_AWAY, each.getMessage());
      }
      if (NONE_SHOWN.equals(each.getMessage())) {
        return new Failure(Fault.BAD_CERTIFICATE, "the peer showed no certificate");
      }
    }
    return new Failure(Fault.TLS_FAILED, String.valueOf(cause.getMessage()));
  }

  /**
   * Returns the fingerprint of the certificate that the peer has proved to have, in this handshake
   * or in the one that this session goes on from; empty if it showed none.
   */
  static String certificate(ChannelPipeline pipeline) {
    try {
      Certificate[] chain =
          pipeline.get(SslHandler.class).engine().getSession().getPeerCertificates();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (SSLPeerUnverifiedException e) {
      return "";
    } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a certificate was accepted that cannot be read", e);
    }
  }
}
