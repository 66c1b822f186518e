package org.gridtill.simulator.sg186;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Scripts a simulator and reads what it did, over its control interface. Needs nothing but the JDK.
 * Safe for use by many threads. Every method throws {@link UncheckedIOException} if the simulator
 * does not answer, and {@link IllegalArgumentException} if it does not accept an argument.
 */
public final class ControlClient {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /**
   * Makes a client.
   *
   * @param base the control interface, such as {@code http://127.0.0.1:18187/control}
   */
  public ControlClient(URI base) {
    this.base = base;
  }

  /** Forgets payments, faults and exchanges: all bills are unpaid again. */
  public void reset() {
    call("POST", "/reset", Map.of());
  }

  /** Returns all payments and reversals in the order they came. */
  public List<Recorded> payments() {
    List<Recorded> result = new ArrayList<>();
    for (String[] f : table(call("GET", "/payments", Map.of()))) {
      result.add(
          new Recorded(
              f[0],
              f[1],
              f[2],
              new BigDecimal(f[3]),
              f[4],
              f[5],
              LocalDate.parse(f[6]),
              f[7],
              f[8],
              f[9],
              f[10]));
    }
    return result;
  }

  /** Returns the payments added up by where they stand. */
  public Totals totals() {
    Map<String, String[]> lines = new LinkedHashMap<>();
    call("GET", "/totals", Map.of())
        .lines()
        .map(line -> line.split("\t", -1))
        .forEach(fields -> lines.put(fields[0], fields));
    return new Totals(
        Long.parseLong(lines.get("settled")[1]),
        new BigDecimal(lines.get("settled")[2]),
        Long.parseLong(lines.get("reversed")[1]),
        new BigDecimal(lines.get("reversed")[2]),
        Long.parseLong(lines.get("refused")[1]),
        Long.parseLong(lines.get("blocked")[1]));
  }

  /**
   * Returns consumers that owe something, in the order of their numbers.
   *
   * @param from the first to look at, counted from 1
   * @param limit the most to return
   * @param day the accounting date that penalties depend on
   */
  public List<Debtor> debtors(int from, int limit, LocalDate day) {
    Map<String, String> arguments =
        Map.of(
            "from", Integer.toString(from),
            "limit", Integer.toString(limit),
            "date", day.toString());
    List<Debtor> result = new ArrayList<>();
    for (String[] f : table(call("GET", "/consumers", arguments))) {
      result.add(new Debtor(f[0], new BigDecimal(f[1])));
    }
    return result;
  }

  /** Returns what a consumer owes on a day, in yuan. */
  public BigDecimal due(String consumerNo, LocalDate day) {
    String text = call("GET", "/consumers/" + consumerNo, Map.of("date", day.toString()));
    return text.lines()
        .filter(line -> line.startsWith("total\t"))
        .map(line -> new BigDecimal(line.substring("total\t".length())))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the last SOAP exchanges as text, oldest first. */
  public String exchanges(int last, boolean indent) {
    return call(
        "GET",
        "/exchanges",
        Map.of("last", Integer.toString(last), "indent", Boolean.toString(indent)));
  }

  /**
   * Lets calls wait before they are processed.
   *
   * @param operation which; {@code any} for all
   * @param calls how many; 0 for all to come
   */
  public void delay(String operation, int calls, Duration delay) {
    fault("delay", operation, calls, Map.of("millis", Long.toString(delay.toMillis())));
  }

  /** Lets calls be processed, and their answers wait. */
  public void delayAnswer(String operation, int calls, Duration delay) {
    fault("delay-answer", operation, calls, Map.of("millis", Long.toString(delay.toMillis())));
  }

  /** Refuses calls with a result code. */
  public void refuse(String operation, int calls, String code) {
    fault("refuse", operation, calls, Map.of("code", code));
  }

  /** Closes the connection of calls that are not processed. */
  public void loseBefore(String operation, int calls) {
    fault("lose-before", operation, calls, Map.of());
  }

  /** Closes the connection of calls that are processed and committed. */
  public void loseAfter(String operation, int calls) {
    fault("lose-after", operation, calls, Map.of());
  }

  /** Processes calls twice. */
  public void duplicate(String operation, int calls) {
    fault("duplicate", operation, calls, Map.of());
  }

  /**
   * Takes the service down; it is down when the method returns.
   *
   * @param duration for how long, in whole seconds; zero until {@link #clearFaults}
   */
  public void down(Duration duration) {
    fault("down", "any", 0, Map.of("seconds", Long.toString(duration.toSeconds())));
  }

  /** Forgets all faults; the service is up when the method returns. */
  public void clearFaults() {
    call("DELETE", "/faults", Map.of());
  }

  private void fault(String kind, String operation, int calls, Map<String, String> more) {
    Map<String, String> arguments = new LinkedHashMap<>(more);
    arguments.put("kind", kind);
    arguments.put("operation", operation);
    arguments.put("calls", Integer.toString(calls));
    call("POST", "/faults", arguments);
  }

  private String call(String method, String path, Map<String, String> arguments) {
    StringJoiner query = new StringJoiner("&");
    arguments.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, UTF_8)));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path + "?" + query))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      if (response.statusCode() == 400 || response.statusCode() == 404) {
        throw new IllegalArgumentException(path + "?" + query + ": " + response.body().strip());
      }
      if (response.statusCode() != 200) {
        throw new IOException("HTTP status " + response.statusCode() + " for " + path);
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("interrupted"));
    }
  }

  private static List<String[]> table(String text) {
    return text.lines().skip(1).map(line -> line.split("\t", -1)).toList();
  }

  /**
   * A payment or a reversal that the simulator recorded.
   *
   * @param serialNo the platform's serial number
   * @param kind {@code PAYMENT} or {@code REVERSAL}
   * @param consumerNo for whom
   * @param amount in yuan
   * @param state {@code DONE}, {@code REFUSED} or {@code REVERSED}
   * @param code the result code of the first answer
   * @param accountingDate for which day
   * @param agencyCode who collected
   * @param terminalId with which terminal
   * @param originalSerialNo the payment that a reversal is about; empty for a payment
   * @param upstreamSerialNo the simulator's own number
   */
  public record Recorded(
      String serialNo,
      String kind,
      String consumerNo,
      BigDecimal amount,
      String state,
      String code,
      LocalDate accountingDate,
      String agencyCode,
      String terminalId,
      String originalSerialNo,
      String upstreamSerialNo) {}

  /**
   * Payments added up.
   *
   * @param settled how many are settled and stand
   * @param settledAmount their amount, in yuan
   * @param reversed how many were settled and then reversed
   * @param reversedAmount their amount, in yuan
   * @param refused how many were refused
   * @param blocked how many never came and are blocked by a reversal
   */
  public record Totals(
      long settled,
      BigDecimal settledAmount,
      long reversed,
      BigDecimal reversedAmount,
      long refused,
      long blocked) {}

  /**
   * A consumer that owes something.
   *
   * @param consumerNo its number
   * @param total what it owes, in yuan
   */
  public record Debtor(String consumerNo, BigDecimal total) {}
}
