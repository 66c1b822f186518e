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

  /** Confirms an opening of 10.00 for consumer 1. */
  static String cardSale(String serialNo) {
    return answer(
        "purchaseCardCreditResponse",
        serialNo,
        "<m:payment><consumerNo>1</consumerNo><consumerName>Wang</consumerName>"
            + "<amount>10.00</amount><purchased>10.00</purchased><cardWrite>"
            + "<meterNo>200000000001</meterNo><walletAmount>10.00</walletAmount>"
            + "<purchaseCount>1</purchaseCount><step><target>EXTERNAL_AUTHENTICATION</target>"
            + "<data>0102</data></step><step><target>WALLET</target>"
            + "<data>000003E800000001</data><mac>01020304</mac></step></cardWrite></m:payment>");
  }

  /** Confirms a remote recharge of 10.00 for consumer 1. */
  static String remoteRecharge(String serialNo) {
    return answer(
        "submitRemoteRechargeResponse",
        serialNo,
        "<m:payment><consumerNo>1</consumerNo><consumerName>Wang</consumerName>"
            + "<amount>10.00</amount><purchased>10.00</purchased>"
            + "<meterOutcome>TAKEN</meterOutcome></m:payment>");
  }

  /** Tells of the card meter of consumer 1. */
  static String meter(String serialNo) {
    return answer(
        "queryMeterResponse",
        serialNo,
        "<m:account><consumerNo>1</consumerNo><consumerName>Wang</consumerName>"
            + "<address>1 Mill Lane</address><meterNo>200000000001</meterNo>"
            + "<meterKind>CARD</meterKind><meterState>OPEN</meterState>"
            + "<purchaseCount>3</purchaseCount><pendingAmount>0.00</pendingAmount>"
            + "<minPurchase>10.00</minPurchase><maxPurchase>90.00</maxPurchase>"
            + "<arrears>0.00</arrears><obstacle>1001</obstacle></m:account>");
  }

  /** Tells that a payment of 10.00 for consumer 1 is done. */
  static String inquiry(String serialNo) {
    return answer(
        "queryTransactionResponse",
        serialNo,
        "<m:transaction><serialNo>"
            + serialNo
            + "</serialNo><kind>PAYMENT</kind><state>DONE</state><resultCode>1001</resultCode>"
            + "<resultText>Done</resultText><upstreamSerialNo>SG1</upstreamSerialNo>"
            + "<accountingDate>2026-11-24</accountingDate><payment><consumerNo>1</consumerNo>"
            + "<consumerName>Wang</consumerName><amount>10.00</amount><receivable>"
            + "<receivableId>R1</receivableId><billingMonth>2026-10</billingMonth>"
            + "<energyCharge>9.00</energyCharge><latePenalty>1.00</latePenalty></receivable>"
            + "</payment></m:transaction>");
  }

  private static String answer(String element, String serialNo, String content) {
    return envelope(
        "<m:"
            + element
            + "><m:header><serialNo>"
            + serialNo
            + "</serialNo><upstreamSerialNo>SG1</upstreamSerialNo><resultCode>1001</resultCode>"
            + "<resultText>Done</resultText><accountingDate>2026-11-24</accountingDate>"
            + "<replayed>false</replayed></m:header>"
            + content
            + "</m:"
            + element
            + ">");
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
