package org.gridtill.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.gridtill.simulator.sg186.ControlClient.Debtor;

/** Bare calls of the billing system. Safe for use by many threads. */
final class SoapFloor {

  private static final String CALL =
      """
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
      <c:confirmPayment xmlns="urn:gridtill:sg186:types:2026:01" \
      xmlns:c="urn:gridtill:sg186:2026:01"><c:header><agencyCode>A001</agencyCode>\
      <terminalId>T0000001</terminalId><channel>pos</channel><serialNo>%s</serialNo>\
      <requestTime>%s</requestTime><accountingDate>%s</accountingDate></c:header>\
      <c:consumerNo>%s</c:consumerNo><c:amount>%s</c:amount></c:confirmPayment>\
      </soap:Body></soap:Envelope>""";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final LocalDate day;

  SoapFloor(URI service, LocalDate day) {
    this.service = service;
    this.day = day;
  }

  void pay(long serialNo, Debtor debtor) throws IOException, InterruptedException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String body = String.format(CALL, serialNo, now, day, debtor.consumerNo(), debtor.total());
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .header("Content-Type", "text/xml; charset=UTF-8")
            .header("SOAPAction", "\"urn:gridtill:sg186:2026:01:confirmPayment\"")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    if (!answer.contains(">1001<")) {
      throw new IOException("the billing system refuses: " + answer);
    }
  }
}
