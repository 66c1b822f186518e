package org.gridtill.api.platform.credit;

/**
 * Who holds collected money: an agency, or one of its collectors (收费员).
 *
 * @param agencyCode the agency, 1 to 15 letters or digits
 * @param collectorCode the collector's code within the agency, 1 to 16 letters or digits; empty for
 *     the agency itself
 */
public record Holder(String agencyCode, String collectorCode) {

  /**
   * Checks the codes.
   *
   * @throws IllegalArgumentException if one has the wrong form, naming it
   */
  public Holder {
    require("agency code", agencyCode, "[0-9A-Za-z]{1,15}");
    require("collector code", collectorCode, "[0-9A-Za-z]{0,16}");
  }

  private static void require(String what, String value, String pattern) {
    if (value == null || !value.matches(pattern)) {
      throw new IllegalArgumentException("wrong " + what + ": " + value);
    }
  }

  /** Returns an agency. */
  public static Holder agency(String agencyCode) {
    return new Holder(agencyCode, "");
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it is neither an agency nor a collector
   */
  public static Holder parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return agency(text);
    }
    Holder collector = new Holder(text.substring(0, slash), text.substring(slash + 1));
    if (!collector.isCollector()) {
      throw new IllegalArgumentException("wrong collector code: " + text);
    }
    return collector;
  }

  /** Tells a collector from an agency. */
  public boolean isCollector() {
    return !collectorCode.isEmpty();
  }

  /** Returns the agency, of a collector or itself. */
  public Holder agency() {
    return isCollector() ? agency(agencyCode) : this;
  }

  /** Returns the agency's code, followed by a slash and the collector's code for a collector. */
  @Override
  public String toString() {
    return isCollector() ? agencyCode + '/' + collectorCode : agencyCode;
  }
}
