package org.gridtill.api.platform.certificates;

/**
 * What was found about a device's certificate.
 *
 * @param verdict whether it is good, and else why not
 * @param terminalCode the terminal it was issued to; empty if nobody knows
 * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits; empty if there is none
 * @param words one clause about the certificate for logs, without secrets and control characters
 */
public record CertificateFinding(
    Verdict verdict, String terminalCode, String fingerprint, String words) {

  /** Tells whether the certificate may be used. */
  public boolean isGood() {
    return verdict == Verdict.GOOD;
  }

  /** Whether a certificate is good. */
  public enum Verdict {
    /** It may be used. */
    GOOD,
    /** It, or what leads from it to an authority, cannot be read or is not signed rightly. */
    MALFORMED,
    /** It was not issued by an authority that is trusted here. */
    FOREIGN,
    /** It is not for a device that connects as a client. */
    WRONG_USAGE,
    /** Its time is over. */
    EXPIRED,
    /** Its time has not begun. */
    NOT_YET_VALID,
    /** The authority is trusted, but nobody has registered this certificate. */
    UNREGISTERED,
    /** It was revoked. */
    REVOKED,
    /** The terminal it was issued to is gone or revoked. */
    TERMINAL_REVOKED
  }
}
