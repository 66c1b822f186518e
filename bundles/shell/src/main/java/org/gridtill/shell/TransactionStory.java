package org.gridtill.shell;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Tells where a transaction stands and what happens next, in words. */
final class TransactionStory {

  private TransactionStory() {}

  /** Returns what is to be said of its money, its card and its meter, in one line. */
  static String of(TransactionRecord transaction, Instant now) {
    return Stream.of(
            Optional.of(money(transaction, Show.age(transaction.receivedAt(), now))),
            card(transaction),
            meter(transaction))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("; "));
  }

  private static String money(TransactionRecord transaction, String age) {
    String reason = transaction.reason() == null ? "" : ": " + transaction.reason();
    return switch (transaction.state()) {
      case REJECTED -> "rejected by a rule" + reason + "; nothing has happened";
      case AUTHORISED ->
          ifMoney(transaction, "credit is reserved and ")
              + "the billing system is being asked, for "
              + age;
      case IN_DOUBT ->
          "in doubt for " + age + ": the billing system gave no clear answer and is asked again";
      case CANCELING ->
          "the billing system has no record of it and is being told to refuse it, " + age + " on";
      case DECLINED ->
          "declined by the billing system"
              + reason
              + ifMoney(transaction, "; the reservation is released");
      case COMPLETED ->
          "completed: billed as "
              + transaction.billingSerial()
              + ifMoney(transaction, ", in the journal")
              + (reason.isEmpty() ? "" : "; not reversed" + reason);
      case REVERSING ->
          "a reversal is under way, the payment being "
              + age
              + " old: the billing system is asked to undo it";
      case REVERSED -> "reversed, with a mirrored entry in the journal";
      case BLOCKED -> "blocked: its reversal came first; it is refused if it comes";
    };
  }

  private static String ifMoney(TransactionRecord transaction, String words) {
    return transaction.kind().takesMoney() ? words : "";
  }

  private static Optional<String> card(TransactionRecord transaction) {
    return Optional.ofNullable(
        switch (transaction.cardState()) {
          case NONE -> null;
          case TO_WRITE -> "the terminal is to write the card and has not reported";
          case WRITTEN -> "the sale is on the card";
          case NOT_WRITTEN -> "the card is as it was before the sale";
          case UNKNOWN -> "the terminal could not tell whether the card was written";
          case TO_CLEAR -> "the terminal is to take the sale off the card and has not reported";
          case CLEARED -> "the sale is off the card again";
        });
  }

  private static Optional<String> meter(TransactionRecord transaction) {
    return Optional.ofNullable(
        switch (transaction.meterState()) {
          case NONE -> null;
          case WAITING -> "nothing shows yet that the meter has taken the credit";
          case TAKEN -> "the meter has taken the credit";
          case REFUSED -> "the meter has refused the credit";
        });
  }
}
