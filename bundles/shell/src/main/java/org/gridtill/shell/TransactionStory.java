package org.gridtill.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Tells what happened to a transaction, in sentences. */
final class TransactionStory {

  private TransactionStory() {}

  static List<String> of(TransactionRecord transaction, Instant now, ZoneId zone) {
    List<String> story = new ArrayList<>();
    story.add(
        Show.time(transaction.receivedAt(), zone)
            + "  received from terminal "
            + transaction.origin().terminalCode()
            + " through "
            + transaction.channel());
    if (transaction.attempts() > 0) {
      story.add(indented("the billing system was asked about it again, " + times(transaction)));
    }
    String when =
        transaction.settledAt() == null
            ? indented("")
            : Show.time(transaction.settledAt(), zone) + "  ";
    story.add(when + end(transaction, Show.age(transaction.receivedAt(), now)));
    return story;
  }

  private static String end(TransactionRecord transaction, String age) {
    String reason = transaction.reason() == null ? "" : ": " + transaction.reason();
    return switch (transaction.state()) {
      case REJECTED -> "rejected by a rule" + reason + "; no money has moved";
      case AUTHORISED -> "credit is reserved and the billing system is being asked, for " + age;
      case IN_DOUBT ->
          "in doubt for " + age + ": the billing system gave no clear answer and is asked again";
      case CANCELING ->
          "the billing system has no record of it and is being told to refuse it, " + age + " on";
      case DECLINED -> "declined by the billing system" + reason + "; the reservation is released";
      case COMPLETED ->
          "completed: billed as "
              + transaction.billingSerial()
              + ", in the journal"
              + (reason.isEmpty() ? "" : "; not reversed" + reason);
      case REVERSING ->
          "a reversal is under way, the payment being "
              + age
              + " old: the billing system is asked to undo it";
      case REVERSED -> "reversed, with a mirrored entry in the journal";
      case BLOCKED -> "blocked: its reversal came first; it is refused if it comes";
    };
  }

  private static String times(TransactionRecord transaction) {
    return transaction.attempts() == 1 ? "once" : transaction.attempts() + " times";
  }

  /** As wide as a time and the two spaces behind it. */
  private static String indented(String text) {
    return " ".repeat("2026-01-01 00:00:00 +00:00  ".length()) + text;
  }
}
