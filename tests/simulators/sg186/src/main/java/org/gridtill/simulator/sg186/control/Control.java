package org.gridtill.simulator.sg186.control;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridtill.simulator.sg186.Simulator;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionState;
import org.gridtill.simulator.sg186.fault.Fault;
import org.gridtill.simulator.sg186.fault.FaultKind;
import org.gridtill.simulator.sg186.fault.Outage;
import org.gridtill.simulator.sg186.ledger.Call;
import org.gridtill.simulator.sg186.ledger.Due;
import org.gridtill.simulator.sg186.ledger.Entry;
import org.gridtill.simulator.sg186.ledger.Standing;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Utility;

/**
 * What the control interface does, without the HTTP around it. Answers are lines of text whose
 * fields are separated by tabs. Arguments come by name; a missing one is null.
 */
public final class Control {

  private static final Set<String> OPERATIONS =
      Set.of("echo", "queryBill", "confirmPayment", "reversePayment", "queryTransaction");
  private static final int MOST_CONSUMERS = 100_000;

  private final Simulator simulator;
  private final Outage outage;

  /** Makes the control of a simulator and of its outage. */
  public Control(Simulator simulator, Outage outage) {
    this.simulator = simulator;
    this.outage = outage;
  }

  String reset() {
    outage.end();
    simulator.reset();
    return "reset\n";
  }

  /** Lists payments and reversals in the order they came. */
  String payments() {
    StringBuilder text =
        new StringBuilder(
            "serialNo\tkind\tconsumerNo\tamount\tstate\tcode\taccountingDate\tagencyCode"
                + "\tterminalId\toriginalSerialNo\tupstreamSerialNo\n");
    for (Standing standing : simulator.ledger().standings()) {
      Entry entry = standing.entry().orElseThrow();
      Call call = entry.call();
      line(
          text,
          call.serialNo(),
          call.isReversal() ? "REVERSAL" : "PAYMENT",
          call.consumerNo(),
          yuan(call.amountFen()),
          standing.state().value(),
          entry.code().value(),
          call.accountingDate().toString(),
          call.agencyCode(),
          call.terminalId(),
          call.originalSerialNo(),
          entry.upstreamSerialNo());
    }
    return text.toString();
  }

  /** Adds up payments by where they stand. */
  String totals() {
    List<Standing> all = simulator.ledger().standings();
    StringBuilder text = new StringBuilder();
    for (TransactionState state :
        List.of(TransactionState.DONE, TransactionState.REVERSED, TransactionState.REFUSED)) {
      long[] countAndFen = countAndFen(all, state);
      String name = state == TransactionState.DONE ? "settled" : lower(state.name());
      line(text, name, Long.toString(countAndFen[0]), yuan(countAndFen[1]));
    }
    long reversals =
        all.stream()
            .map(standing -> standing.entry().orElseThrow())
            .filter(entry -> entry.call().isReversal() && entry.isDone())
            .count();
    line(text, "reversals", Long.toString(reversals));
    line(text, "blocked", Integer.toString(simulator.ledger().blocked().size()));
    return text.toString();
  }

  /** Shows the last SOAP exchanges, oldest first. */
  String exchanges(Function<String, String> argument) {
    int most = number(argument, "last", 10, 0, Integer.MAX_VALUE);
    boolean indent = Boolean.parseBoolean(argument.apply("indent"));
    return simulator.exchanges().last(most).stream()
        .map(exchange -> ExchangeText.show(exchange, indent))
        .collect(Collectors.joining("\n"));
  }

  /** Lists consumers that owe something: number, total, class, name. */
  String consumers(Function<String, String> argument) {
    LocalDate day = day(argument);
    int limit = number(argument, "limit", 20, 1, MOST_CONSUMERS);
    int from = number(argument, "from", 1, 1, Integer.MAX_VALUE);
    int last = simulator.utility().population().consumers();
    StringBuilder text = new StringBuilder("consumerNo\ttotal\tclass\tname\n");
    for (int index = from, found = 0; index <= last && found < limit; index++) {
      Consumer consumer = simulator.utility().consumer(Utility.number(index)).orElseThrow();
      long total = total(simulator.ledger().arrears(consumer, day));
      if (total > 0) {
        found++;
        line(text, consumer.number(), yuan(total), consumer.kind().value(), consumer.name());
      }
    }
    return text.toString();
  }

  /** Shows a consumer and what it owes; empty if there is none. */
  Optional<String> consumer(String number, Function<String, String> argument) {
    LocalDate day = day(argument);
    return simulator.utility().consumer(number).map(consumer -> show(consumer, day));
  }

  /** Lists the faults to come. */
  String faults() {
    StringBuilder text = new StringBuilder("kind\toperation\tcalls\tmillis\tcode\n");
    for (Fault fault : simulator.faults().pending()) {
      line(
          text,
          lower(fault.kind().name()),
          fault.operation().isEmpty() ? "any" : fault.operation(),
          fault.calls() == 0 ? "all" : Integer.toString(fault.calls()),
          Long.toString(fault.millis()),
          fault.code().map(ResultCode::value).orElse(""));
    }
    if (outage.isDown()) {
      line(text, "down", "any", "all", "", "");
    }
    return text.toString();
  }

  /** Adds a fault. */
  String addFault(Function<String, String> argument) {
    String kind = required(argument, "kind").toUpperCase(Locale.ROOT).replace('-', '_');
    if (kind.equals("DOWN")) {
      outage.begin(Duration.ofSeconds(number(argument, "seconds", 0, 0, 86_400)));
    } else {
      simulator.faults().add(fault(kind, argument));
    }
    return faults();
  }

  /** Forgets all faults; the service is there again when this returns. */
  String clearFaults() {
    simulator.faults().clear();
    outage.end();
    return faults();
  }

  private static Fault fault(String kind, Function<String, String> argument) {
    String operation = argument.apply("operation");
    boolean any = operation == null || operation.isEmpty() || operation.equals("any");
    if (!any && !OPERATIONS.contains(operation)) {
      throw new IllegalArgumentException("operation is none of " + OPERATIONS + " or any");
    }
    String code = argument.apply("code");
    return new Fault(
        FaultKind.valueOf(kind),
        any ? "" : operation,
        number(argument, "calls", 0, 0, Integer.MAX_VALUE),
        number(argument, "millis", 0, 0, Integer.MAX_VALUE),
        code == null || code.isEmpty()
            ? Optional.empty()
            : Optional.of(ResultCode.fromValue(code)));
  }

  private String show(Consumer consumer, LocalDate day) {
    List<Due> dues = simulator.ledger().arrears(consumer, day);
    StringBuilder text = new StringBuilder();
    line(text, "consumerNo", consumer.number());
    line(text, "name", consumer.name());
    line(text, "address", consumer.address());
    line(text, "class", consumer.kind().value());
    line(text, "total", yuan(total(dues)));
    for (Due due : dues) {
      line(
          text,
          "due",
          due.receivableId(),
          due.month().toString(),
          yuan(due.energyFen()),
          yuan(due.penaltyFen()));
    }
    return text.toString();
  }

  private static long[] countAndFen(List<Standing> all, TransactionState state) {
    long count = 0;
    long fen = 0;
    for (Standing standing : all) {
      Call call = standing.entry().orElseThrow().call();
      if (standing.state() == state && !call.isReversal()) {
        count++;
        fen += call.amountFen();
      }
    }
    return new long[] {count, fen};
  }

  private static LocalDate day(Function<String, String> argument) {
    String date = argument.apply("date");
    return date == null ? LocalDate.now() : LocalDate.parse(date);
  }

  private static int number(
      Function<String, String> argument, String name, int otherwise, int least, int most) {
    String text = argument.apply(name);
    int value = text == null ? otherwise : Integer.parseInt(text);
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " is not between " + least + " and " + most);
    }
    return value;
  }

  private static String required(Function<String, String> argument, String name) {
    String text = argument.apply(name);
    if (text == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return text;
  }

  private static long total(List<Due> dues) {
    return dues.stream().mapToLong(Due::totalFen).sum();
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void line(StringBuilder text, String... fields) {
    text.append(String.join("\t", fields)).append('\n');
  }
}
