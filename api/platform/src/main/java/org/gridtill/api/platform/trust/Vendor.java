package org.gridtill.api.platform.trust;

import java.time.Instant;

/**
 * A vendor, by its certificate.
 *
 * @param alias what operations call it
 * @param subject the certificate's subject, as of RFC 2253
 * @param issuer who issued the certificate; the subject again, if it is self-signed
 * @param fingerprint the certificate's SHA-256, as pairs of hexadecimal digits with colons between
 * @param issues whether it is the certificate of an authority, whose own certificates count too
 * @param validFrom when the certificate begins to be valid
 * @param validTo when it ceases to be
 * @param trustedBy who decided that it is trusted; empty if that is not written down
 * @param trustedAt when that was; null while it is not trusted yet
 */
public record Vendor(
    String alias,
    String subject,
    String issuer,
    String fingerprint,
    boolean issues,
    Instant validFrom,
    Instant validTo,
    String trustedBy,
    Instant trustedAt) {}
