package org.gridtill.api.platform.trust;

/**
 * Whether a bundle may resolve, and why.
 *
 * @param bundleId the framework's number of the bundle
 * @param bundle its symbolic name
 * @param version its version
 * @param judgement what was decided
 * @param vendor the alias of the trusted vendor who signed it; empty if there is none
 * @param words the reason, as the end of a sentence that begins with the bundle, such as {@code
 *     entry org/acme/Kiosk.class was changed after it was signed}
 */
public record BundleVerdict(
    long bundleId,
    String bundle,
    String version,
    Judgement judgement,
    String vendor,
    String words) {

  /** What can be decided about a bundle. */
  public enum Judgement {
    /** It is part of the distribution. */
    PLATFORM,
    /** Operations have listed its digest. */
    LISTED,
    /** A trusted vendor has signed all of it. */
    SIGNED,
    /** It is not trusted, and may resolve only because trust is not enforced. */
    LET_THROUGH,
    /** It is not trusted, and does not resolve. */
    REFUSED
  }

  /** Tells whether the bundle may resolve. */
  public boolean mayResolve() {
    return judgement != Judgement.REFUSED;
  }
}
