package org.gridtill.adapter.sg186;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as SG186 would give them, and ones that it never should. */
final class Envelopes {

  private static final Pattern SERIAL = Pattern.compile("serialNo>([0-9]+)<");

  private Envelopes() {}

  static String envelope(String body) {
    return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " xmlns:m=\"urn:gridtill:sg186:2026:01\" xmlns=\"urn:gridtill:sg186:types:2026:01\">"
        + "<soap:Body>"
        + body
        + "</soap:Body></soap:Envelope>";
  }

  /** Confirms a payment of 10.00 for consumer 1: a charge of 9.00 and a penalty of 1.00. */
  static String confirmation(String serialNo) {
    return envelope(
        "<m:confirmPaymentResponse><m:header><serialNo>"
            + serialNo
            + "</serialNo><upstreamSerialNo>SG1</upstreamSerialNo><resultCode>1001</resultCode>"
            + "<resultText>Done</resultText><accountingDate>2026-11-24</accountingDate>"
            + "<replayed>false</replayed></m:header><m:payment><consumerNo>1</consumerNo>"
            + "<consumerName>Wang</consumerName><amount>10.00</amount><receivable>"
            + "<receivableId>R1</receivableId><billingMonth>2026-10</billingMonth>"
            + "<energyCharge>9.00</energyCharge><latePenalty>1.00</latePenalty></receivable>"
            + "</m:payment></m:confirmPaymentResponse>");
  }

  static String fault(String detail) {
    return envelope(
        "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>no</faultstring><detail>"
            + detail
            + "</detail></soap:Fault>");
  }

  static String duplicateSerial(String serialNo) {
    return fault(
        "<m:duplicateSerial><m:serialNo>"
            + serialNo
            + "</m:serialNo><m:text>used before</m:text></m:duplicateSerial>");
  }

  static String serialOf(String request) {
    Matcher serial = SERIAL.matcher(request);
    if (!serial.find()) {
      throw new AssertionError("no serial number in " + request);
    }
    return serial.group(1);
  }
}
