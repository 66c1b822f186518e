package org.gridtill.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Bare calls of the billing system. Safe for use by many threads. */
final class SoapFloor {

  private static final String CALL =
      """
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
      <c:%1$s xmlns="urn:gridtill:sg186:types:2026:01" \
      xmlns:c="urn:gridtill:sg186:2026:01"><c:header><agencyCode>A001</agencyCode>\
      <terminalId>T0000001</terminalId><channel>pos</channel><serialNo>%2$s</serialNo>\
      <requestTime>%3$s</requestTime><accountingDate>%4$s</accountingDate>%5$s</c:header>\
      <c:consumerNo>%6$s</c:consumerNo>%7$s</c:%1$s></soap:Body></soap:Envelope>""";

  private static final String BLANK_CARD =
      """
      <c:purchase>OPENING</c:purchase><c:card><cardSerial>%016X</cardSerial>\
      <challenge>73D51ABBD89CB819</challenge><walletAmount>0.00</walletAmount>\
      <purchaseCount>0</purchaseCount></c:card>""";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final LocalDate day;

  SoapFloor(URI service, LocalDate day) {
    this.service = service;
    this.day = day;
  }

  void pay(long serial, String consumer, long fen) throws IOException, InterruptedException {
    call("confirmPayment", serial, 0, consumer, amount(fen));
  }

  /**
   * Sells credit on a card. It is the first on a blank card, since the next one needs what the
   * meter has written to it; for the billing system it is the same operation.
   */
  void sellOnCard(long serial, String consumer, long fen) throws IOException, InterruptedException {
    String card = String.format(BLANK_CARD, serial);
    call("purchaseCardCredit", serial, 0, consumer, amount(fen) + card);
  }

  void reportCard(long serial, String consumer) throws IOException, InterruptedException {
    call("confirmCardWrite", serial, serial, consumer, "<c:outcome>WRITTEN</c:outcome>");
  }

  void sellRemotely(long serial, String consumer, long fen)
      throws IOException, InterruptedException {
    call("submitRemoteRecharge", serial, 0, consumer, amount(fen));
  }

  void reverse(long serial, long original, String consumer, long fen)
      throws IOException, InterruptedException {
    call("reversePayment", serial, original, consumer, amount(fen));
  }

  void queryBills(long serial, String consumer) throws IOException, InterruptedException {
    call("queryBill", serial, 0, consumer, "");
  }

  void queryMeter(long serial, String consumer) throws IOException, InterruptedException {
    call("queryMeter", serial, 0, consumer, "");
  }

  private static String amount(long fen) {
    return String.format("<c:amount>%d.%02d</c:amount>", fen / 100, fen % 100);
  }

  private void call(String operation, long serial, long original, String consumer, String rest)
      throws IOException, InterruptedException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String about = original == 0 ? "" : "<originalSerialNo>" + original + "</originalSerialNo>";
    String body = String.format(CALL, operation, serial, now, day, about, consumer, rest);
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .header("Content-Type", "text/xml; charset=UTF-8")
            .header("SOAPAction", "\"urn:gridtill:sg186:2026:01:" + operation + "\"")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    if (!answer.contains(">1001<")) {
      throw new IOException("the billing system refuses " + operation + ": " + answer);
    }
  }
}
