package org.gridtill.api.adapter.terminal;

/**
 * Who sends a request, and the terminal's own number for it. Terminal, batch and trace number are
 * the key on which the platform is idempotent: the same key with the same content is the same
 * request, repeated; with other content it is an error.
 *
 * @param terminalCode the terminal, 1 to 16 letters or digits (field 41 of ISO 8583 has 8)
 * @param agencyCode the agency it belongs to, 1 to 15 letters or digits (field 42)
 * @param batchNo the batch, 6 digits
 * @param traceNo the trace number within the batch, 6 digits (field 11)
 * @param collectorCode the collector (收费员) who works the terminal, 1 to 16 letters or digits; empty
 *     if the terminal has none, as a kiosk
 */
public record Origin(
    String terminalCode, String agencyCode, String batchNo, String traceNo, String collectorCode) {

  /** A request of a terminal that nobody works. */
  public Origin(String terminalCode, String agencyCode, String batchNo, String traceNo) {
    this(terminalCode, agencyCode, batchNo, traceNo, "");
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one has the wrong form, naming it
   */
  public Origin {
    require("terminal code", terminalCode, "[0-9A-Za-z]{1,16}");
    require("agency code", agencyCode, "[0-9A-Za-z]{1,15}");
    require("batch number", batchNo, "[0-9]{6}");
    require("trace number", traceNo, "[0-9]{6}");
    require("collector code", collectorCode, "[0-9A-Za-z]{0,16}");
  }

  static void require(String what, String value, String pattern) {
    if (value == null || !value.matches(pattern)) {
      throw new IllegalArgumentException("wrong " + what);
    }
  }
}
