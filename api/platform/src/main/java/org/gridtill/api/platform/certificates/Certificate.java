package org.gridtill.api.platform.certificates;

import java.time.Instant;

/**
 * A registered certificate.
 *
 * @param serialNo its serial number, hexadecimal digits in lower case
 * @param use what it is for
 * @param holder the terminal's code, or the server's first name
 * @param issuer who issued it
 * @param notBefore when its time begins
 * @param notAfter when its time ends
 * @param revocation why it was revoked; null if it was not
 * @param revokedAt when it was revoked; null if it was not
 * @param registeredAt when it was registered
 * @param registeredBy by whom
 * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits
 */
public record Certificate(
    String serialNo,
    Use use,
    String holder,
    String issuer,
    Instant notBefore,
    Instant notAfter,
    Revocation revocation,
    Instant revokedAt,
    Instant registeredAt,
    String registeredBy,
    String fingerprint) {

  /** What a certificate is for. */
  public enum Use {
    /** A terminal that connects. */
    TERMINAL,
    /** An endpoint to which terminals connect. */
    SERVER
  }

  /** Why a certificate was revoked, as RFC 5280 has it. */
  public enum Revocation {
    /** No reason was given. */
    UNSPECIFIED(0),
    /** Somebody else has, or may have, the private key: the device was stolen, say. */
    KEY_COMPROMISE(1),
    /** Somebody else has, or may have, the authority's private key. */
    CA_COMPROMISE(2),
    /** The device belongs to somebody else now. */
    AFFILIATION_CHANGED(3),
    /** Another certificate has taken its place. */
    SUPERSEDED(4),
    /** The device is out of use. */
    CESSATION_OF_OPERATION(5),
    /** The authority holds it back; here it is revoked for good. */
    CERTIFICATE_HOLD(6),
    /** The authority takes back that the device may do what it does. */
    PRIVILEGE_WITHDRAWN(9),
    /** What issued it was broken into. */
    AA_COMPROMISE(10);

    private final int code;

    Revocation(int code) {
      this.code = code;
    }

    /** Returns its number in a revocation list. */
    public int code() {
      return code;
    }

    /** Returns the reason of a number; no reason for one that is not known. */
    public static Revocation ofCode(int code) {
      for (Revocation each : values()) {
        if (each.code == code) {
          return each;
        }
      }
      return UNSPECIFIED;
    }

    /**
     * Returns the reason that people write, such as key-compromise.
     *
     * @throws IllegalArgumentException if there is none of that name, naming those there are
     */
    public static Revocation parse(String word) {
      StringBuilder words = new StringBuilder();
      for (Revocation each : values()) {
        if (each.word().equals(word)) {
          return each;
        }
        words.append(words.isEmpty() ? "" : ", ").append(each.word());
      }
      throw new IllegalArgumentException("the reason is one of " + words + ", not " + word);
    }

    /** Returns its name as people write it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
