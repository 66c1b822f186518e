package org.gridtill.api.platform.certificates;

import java.time.Instant;

/**
 * An authority whose devices may connect.
 *
 * @param own whether its private key is in this platform's vault, so that it issues here
 * @param subject its name
 * @param serialNo the serial number of its certificate, hexadecimal digits
 * @param notAfter when its time ends
 * @param fingerprint SHA-256 of its certificate, 64 hexadecimal digits
 * @param pem its certificate
 */
public record Authority(
    boolean own,
    String subject,
    String serialNo,
    Instant notAfter,
    String fingerprint,
    String pem) {}
