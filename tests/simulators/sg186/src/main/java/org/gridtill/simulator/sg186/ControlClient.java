package org.gridtill.simulator.sg186;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scripts a simulator and reads what it did, over its control interface. Needs nothing but the JDK.
 * Safe for use by many threads. Every method throws {@link UncheckedIOException} if the simulator
 * does not answer, and {@link IllegalArgumentException} if it does not accept an argument.
 */
public final class ControlClient {

  private final ControlHttp http;

  /**
   * Makes a client.
   *
   * @param base the control interface, such as {@code http://127.0.0.1:18187/control}
   */
  public ControlClient(URI base) {
    http = new ControlHttp(base);
  }

  /** Forgets payments, faults and exchanges: all bills are unpaid again. */
  public void reset() {
    http.call("POST", "/reset", Map.of());
  }

  /** Returns all transactions and reversals in the order they came. */
  public List<Recorded> payments() {
    List<Recorded> result = new ArrayList<>();
    for (String[] f : http.table("/payments", Map.of())) {
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
    http.call("GET", "/totals", Map.of())
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
    for (String[] f : http.table("/consumers", arguments)) {
      result.add(new Debtor(f[0], new BigDecimal(f[1])));
    }
    return result;
  }

  /** Returns what a consumer owes on a day, in yuan. */
  public BigDecimal due(String consumerNo, LocalDate day) {
    String text = http.call("GET", "/consumers/" + consumerNo, Map.of("date", day.toString()));
    return text.lines()
        .filter(line -> line.startsWith("total\t"))
        .map(line -> new BigDecimal(line.substring("total\t".length())))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what the utility knows of a consumer's prepayment meter. */
  public Meter meter(String consumerNo, LocalDate day) {
    Map<String, String> f = new LinkedHashMap<>();
    http.call("GET", "/meters/" + consumerNo, Map.of("date", day.toString()))
        .lines()
        .map(line -> line.split("\t", -1))
        .forEach(fields -> f.put(fields[0], fields[1]));
    return new Meter(
        f.get("meterNo"),
        Boolean.parseBoolean(f.get("open")),
        Integer.parseInt(f.get("purchaseCount")),
        new BigDecimal(f.get("pending")),
        new BigDecimal(f.get("remaining")),
        f.get("lastSale"),
        f.get("card"),
        f.get("cardReport"),
        new BigDecimal(f.get("arrears")));
  }

  /**
   * Sets how meters answer to what is sent to them over the air, or lets those answer that have
   * not.
   *
   * @param answer {@code now}, {@code later} or {@code refuse} for what is sent from now on; {@code
   *     take-pending} or {@code refuse-pending} for what was sent before
   */
  public void answerMeters(String answer) {
    http.call("POST", "/meters", Map.of("answer", answer));
  }

  /** Returns a consumer's prepaid balance, in yuan. */
  public BigDecimal balance(String consumerNo) {
    return new BigDecimal(http.call("GET", "/balances/" + consumerNo, Map.of()).strip());
  }

  /** Uses a part of a consumer's prepaid balance, as its next bill would. */
  public void useBalance(String consumerNo, BigDecimal yuan) {
    http.call("POST", "/balances/" + consumerNo, Map.of("use", yuan.toPlainString()));
  }

  /** Closes an accounting day, and all before it: what comes for them is booked on the next. */
  public void closeDay(LocalDate day) {
    http.call("POST", "/days", Map.of("date", day.toString()));
  }

  /** Returns the last SOAP exchanges as text, oldest first. */
  public String exchanges(int last, boolean indent) {
    return http.call(
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

  /** Lets calls meet the day-end: they are refused with 1034, the questions too. */
  public void dayEnd(String operation, int calls) {
    fault("day-end", operation, calls, Map.of());
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
    http.call("DELETE", "/faults", Map.of());
  }

  private void fault(String kind, String operation, int calls, Map<String, String> more) {
    Map<String, String> arguments = new LinkedHashMap<>(more);
    arguments.put("kind", kind);
    arguments.put("operation", operation);
    arguments.put("calls", Integer.toString(calls));
    http.call("POST", "/faults", arguments);
  }

  /**
   * A transaction or a reversal that the simulator recorded.
   *
   * @param serialNo the platform's serial number
   * @param kind {@code PAYMENT}, {@code REVERSAL}, or another kind of the contract
   * @param consumerNo for whom
   * @param amount in yuan
   * @param state {@code DONE}, {@code REFUSED} or {@code REVERSED}
   * @param code the result code of the first answer
   * @param accountingDate the day in which it is booked
   * @param agencyCode who collected
   * @param terminalId with which terminal
   * @param originalSerialNo the transaction that it is about; empty if it is about none
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
   * What the utility knows of a prepayment meter.
   *
   * @param meterNo its number
   * @param open whether the account is open
   * @param purchaseCount the number of the last purchase
   * @param pending the last purchase if it is not known that the meter has it, in yuan; else zero
   * @param remaining the credit in the meter when it was last known, in yuan
   * @param lastSale the serial number of the last purchase; empty if there was none
   * @param card the serial number of the card; empty if there is none
   * @param cardReport what was last reported on the card; empty if nothing was
   * @param arrears what must be paid first, in yuan
   */
  public record Meter(
      String meterNo,
      boolean open,
      int purchaseCount,
      BigDecimal pending,
      BigDecimal remaining,
      String lastSale,
      String card,
      String cardReport,
      BigDecimal arrears) {}

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
