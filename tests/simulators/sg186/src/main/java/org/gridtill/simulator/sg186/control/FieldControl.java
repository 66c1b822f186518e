package org.gridtill.simulator.sg186.control;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.simulator.sg186.Simulator;
import org.gridtill.simulator.sg186.ledger.MeterAnswer;
import org.gridtill.simulator.sg186.ledger.MeterView;
import org.gridtill.simulator.sg186.utility.Consumer;

/** The control of what happens without a call: at the meters, and in the utility's own books. */
final class FieldControl {

  private final Simulator simulator;

  FieldControl(Simulator simulator) {
    this.simulator = simulator;
  }

  /** Shows what is known of a consumer's meter; empty if it has none. */
  Optional<String> meter(String consumerNo, Function<String, String> argument) {
    return simulator
        .utility()
        .consumer(consumerNo)
        .filter(consumer -> consumer.sort().hasMeter())
        .map(
            consumer ->
                show(
                    consumer,
                    simulator.ledger().meter(consumer, Optional.empty(), Arguments.day(argument))));
  }

  /** Sets how meters answer to what is sent to them, or lets the pending ones answer. */
  String answerMeters(Function<String, String> argument) {
    String answer = Arguments.required(argument, "answer").toUpperCase(Locale.ROOT);
    StringBuilder text = new StringBuilder();
    switch (answer) {
      case "TAKE-PENDING", "REFUSE-PENDING" -> {
        int answered = simulator.ledger().answerPending(answer.equals("TAKE-PENDING"));
        Arguments.line(text, "answered", Integer.toString(answered));
      }
      default -> {
        simulator.ledger().meterAnswer(MeterAnswer.valueOf(answer));
        Arguments.line(text, "answer", answer.toLowerCase(Locale.ROOT));
      }
    }
    return text.toString();
  }

  /** Shows what a terminal last reported on the card of a sale; empty if it has not. */
  Optional<String> cardReport(String saleSerialNo) {
    return simulator.ledger().cardReport(saleSerialNo).map(outcome -> outcome.name() + "\n");
  }

  /** Uses a part of a consumer's prepaid balance. */
  String useBalance(String consumerNo, Function<String, String> argument) {
    simulator.ledger().useBalance(consumerNo, Arguments.fen(argument, "use"));
    return balance(consumerNo);
  }

  String balance(String consumerNo) {
    return Arguments.yuan(simulator.ledger().balanceFen(consumerNo)) + "\n";
  }

  /** Closes an accounting day and all before it. */
  String closeDay(Function<String, String> argument) {
    Arguments.required(argument, "date");
    simulator.ledger().closeDay(Arguments.day(argument));
    return booking(argument);
  }

  /** Shows the day in which something for that day is booked. */
  String booking(Function<String, String> argument) {
    return simulator.ledger().booking(Arguments.day(argument)) + "\n";
  }

  private static String show(Consumer consumer, MeterView view) {
    StringBuilder text = new StringBuilder();
    Arguments.line(text, "consumerNo", consumer.number());
    Arguments.line(text, "meterNo", consumer.meterNo());
    Arguments.line(text, "sort", consumer.sort().name());
    Arguments.line(text, "open", Boolean.toString(view.record().open()));
    Arguments.line(text, "purchaseCount", Integer.toString(view.record().count()));
    Arguments.line(text, "pending", Arguments.yuan(view.pendingFen()));
    Arguments.line(text, "remaining", Arguments.yuan(view.record().remainingFen()));
    Arguments.line(text, "lastSale", view.record().lastSale());
    Arguments.line(text, "card", view.record().card().serial());
    Arguments.line(text, "cardReport", view.report().map(CardOutcome::name).orElse(""));
    Arguments.line(text, "arrears", Arguments.yuan(view.arrearsFen()));
    return text.toString();
  }
}
