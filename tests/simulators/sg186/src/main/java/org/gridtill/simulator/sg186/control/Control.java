package org.gridtill.simulator.sg186.control;

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
      Set.of(
          "echo",
          "queryBill",
          "queryMeter",
          "queryTransaction",
          "confirmPayment",
          "prepay",
          "purchaseCardCredit",
          "submitRemoteRecharge",
          "replaceCard",
          "requestCardRewrite",
          "cancelCardWrite",
          "confirmCardWrite",
          "reversePayment");
  private static final int MOST_CONSUMERS = 100_000;

  private final Simulator simulator;
  private final Outage outage;
  private final FieldControl field;

  /** Makes the control of a simulator and of its outage. */
  public Control(Simulator simulator, Outage outage) {
    this.simulator = simulator;
    this.outage = outage;
    this.field = new FieldControl(simulator);
  }

  /** Returns the control of what happens without a call. */
  FieldControl field() {
    return field;
  }

  String reset() {
    outage.end();
    simulator.reset();
    return "reset\n";
  }

  /** Lists transactions and reversals in the order they came. */
  String payments() {
    StringBuilder text =
        new StringBuilder(
            "serialNo\tkind\tconsumerNo\tamount\tstate\tcode\taccountingDate\tagencyCode"
                + "\tterminalId\toriginalSerialNo\tupstreamSerialNo\n");
    for (Standing standing : simulator.ledger().standings()) {
      Entry entry = standing.entry().orElseThrow();
      Call call = entry.call();
      Arguments.line(
          text,
          call.serialNo(),
          call.kind().value(),
          call.consumerNo(),
          Arguments.yuan(call.amountFen()),
          standing.state().value(),
          entry.code().value(),
          entry.booked().toString(),
          call.sender().agencyCode(),
          call.sender().terminalId(),
          call.originalSerialNo(),
          entry.upstreamSerialNo());
    }
    return text.toString();
  }

  /** Adds up transactions by where they stand. */
  String totals() {
    List<Standing> all = simulator.ledger().standings();
    StringBuilder text = new StringBuilder();
    for (TransactionState state :
        List.of(TransactionState.DONE, TransactionState.REVERSED, TransactionState.REFUSED)) {
      long[] countAndFen = countAndFen(all, state);
      String name = state == TransactionState.DONE ? "settled" : lower(state.name());
      Arguments.line(text, name, Long.toString(countAndFen[0]), Arguments.yuan(countAndFen[1]));
    }
    long reversals =
        all.stream()
            .map(standing -> standing.entry().orElseThrow())
            .filter(entry -> entry.call().isReversal() && entry.isDone())
            .count();
    Arguments.line(text, "reversals", Long.toString(reversals));
    Arguments.line(text, "blocked", Integer.toString(simulator.ledger().blocked().size()));
    return text.toString();
  }

  /** Shows the last SOAP exchanges, oldest first. */
  String exchanges(Function<String, String> argument) {
    int most = Arguments.number(argument, "last", 10, 0, Integer.MAX_VALUE);
    boolean indent = Boolean.parseBoolean(argument.apply("indent"));
    return simulator.exchanges().last(most).stream()
        .map(exchange -> ExchangeText.show(exchange, indent))
        .collect(Collectors.joining("\n"));
  }

  /** Lists consumers that owe something: number, total, class, name. */
  String consumers(Function<String, String> argument) {
    LocalDate day = Arguments.day(argument);
    int limit = Arguments.number(argument, "limit", 20, 1, MOST_CONSUMERS);
    int from = Arguments.number(argument, "from", 1, 1, Integer.MAX_VALUE);
    int last = simulator.utility().population().consumers();
    StringBuilder text = new StringBuilder("consumerNo\ttotal\tclass\tname\n");
    for (int index = from, found = 0; index <= last && found < limit; index++) {
      Consumer consumer = simulator.utility().consumer(Utility.number(index)).orElseThrow();
      long total = total(simulator.ledger().arrears(consumer, day));
      if (total > 0) {
        found++;
        Arguments.line(
            text,
            consumer.number(),
            Arguments.yuan(total),
            consumer.kind().value(),
            consumer.name());
      }
    }
    return text.toString();
  }

  /** Shows a consumer and what it owes; empty if there is none. */
  Optional<String> consumer(String number, Function<String, String> argument) {
    LocalDate day = Arguments.day(argument);
    return simulator.utility().consumer(number).map(consumer -> show(consumer, day));
  }

  /** Lists the faults to come. */
  String faults() {
    StringBuilder text = new StringBuilder("kind\toperation\tcalls\tmillis\tcode\n");
    for (Fault fault : simulator.faults().pending()) {
      Arguments.line(
          text,
          lower(fault.kind().name()),
          fault.operation().isEmpty() ? "any" : fault.operation(),
          fault.calls() == 0 ? "all" : Integer.toString(fault.calls()),
          Long.toString(fault.millis()),
          fault.code().map(ResultCode::value).orElse(""));
    }
    if (outage.isDown()) {
      Arguments.line(text, "down", "any", "all", "", "");
    }
    return text.toString();
  }

  /** Adds a fault. */
  String addFault(Function<String, String> argument) {
    String kind = Arguments.required(argument, "kind").toUpperCase(Locale.ROOT).replace('-', '_');
    if (kind.equals("DOWN")) {
      outage.begin(Duration.ofSeconds(Arguments.number(argument, "seconds", 0, 0, 86_400)));
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
        Arguments.number(argument, "calls", 0, 0, Integer.MAX_VALUE),
        Arguments.number(argument, "millis", 0, 0, Integer.MAX_VALUE),
        code == null || code.isEmpty()
            ? Optional.empty()
            : Optional.of(ResultCode.fromValue(code)));
  }

  private String show(Consumer consumer, LocalDate day) {
    List<Due> dues = simulator.ledger().arrears(consumer, day);
    StringBuilder text = new StringBuilder();
    Arguments.line(text, "consumerNo", consumer.number());
    Arguments.line(text, "name", consumer.name());
    Arguments.line(text, "address", consumer.address());
    Arguments.line(text, "class", consumer.kind().value());
    Arguments.line(text, "sort", consumer.sort().name());
    Arguments.line(
        text, "prepaid", Arguments.yuan(simulator.ledger().balanceFen(consumer.number())));
    Arguments.line(text, "total", Arguments.yuan(total(dues)));
    for (Due due : dues) {
      Arguments.line(
          text,
          "due",
          due.receivableId(),
          due.month().toString(),
          Arguments.yuan(due.energyFen()),
          Arguments.yuan(due.penaltyFen()));
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

  private static long total(List<Due> dues) {
    return dues.stream().mapToLong(Due::totalFen).sum();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
