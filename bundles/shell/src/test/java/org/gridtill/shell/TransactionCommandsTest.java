package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.shell.Records.NOW;
import static org.gridtill.shell.Records.PAYMENT;
import static org.gridtill.shell.Records.REVERSAL;
import static org.gridtill.shell.Records.SALE;
import static org.gridtill.shell.Records.TODAY;
import static org.gridtill.shell.Records.payment;
import static org.gridtill.shell.Records.recharge;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.EntryKey;
import org.gridtill.api.platform.accounts.EntryKind;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.JournalEntry;
import org.gridtill.api.platform.accounts.Posting;
import org.gridtill.api.platform.receipts.Receipt;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.api.platform.transactions.TransactionStep;
import org.junit.jupiter.api.Test;

class TransactionCommandsTest {

  private static final List<TransactionStep> STEPS =
      List.of(
          new TransactionStep(
              NOW.minusSeconds(60), "money", "", "payment admitted", "AUTHORISED", ""),
          new TransactionStep(
              NOW.minusMillis(59_880), "money", "AUTHORISED", "no answer", "IN_DOUBT", "timeout"),
          new TransactionStep(
              NOW.plusSeconds(40), "money", "IN_DOUBT", "confirmed", "COMPLETED", "S-77"));

  private final PlatformClock clock = Fake.of(PlatformClock.class, Map.of("now", a -> NOW));

  private static final EntryKey SOLD = EntryKey.of(EntryKind.SALE, PAYMENT);
  private static final EntryKey UNDONE = EntryKey.of(EntryKind.REVERSAL, REVERSAL);
  private static final EntryKey DOUBT = EntryKey.of(EntryKind.DOUBT, PAYMENT);
  private static final EntryKey DOUBT_ENDED = EntryKey.of(EntryKind.DOUBT_ENDED, PAYMENT);

  private final JournalEntry entry =
      new JournalEntry(
          SOLD,
          TODAY,
          NOW.minusSeconds(59),
          List.of(
              new Posting("agency/A001", Money.ofFen(10_050)),
              new Posting("utility/energy", Money.ofFen(-10_000)),
              new Posting("utility/penalty", Money.ofFen(-50))));

  private final Map<EntryKey, JournalEntry> entries =
      new HashMap<>(Map.of(SOLD, entry, UNDONE, entry.mirrored(UNDONE, TODAY, NOW)));

  private TransactionEngine engine(TransactionRecord... records) {
    return Fake.of(
        TransactionEngine.class,
        Map.of(
            "unsettled", arguments -> List.of(records).subList(0, Math.min((int) arguments[0], 1)),
            "story", arguments -> STEPS,
            "latest", arguments -> List.of(records),
            "find",
                arguments ->
                    List.of(records).stream()
                        .filter(found -> found.serialNo().equals(arguments[0]))
                        .findFirst()));
  }

  private TransactionShowCommand show(TransactionRecord record) {
    TransactionShowCommand command = new TransactionShowCommand();
    command.serial = PAYMENT.toString();
    command.zone = ZoneOffset.ofHours(8);
    command.clock = clock;
    command.engine = engine(record);
    command.journal =
        Fake.of(
            Journal.class,
            Map.of("find", arguments -> Optional.ofNullable(entries.get(arguments[0]))));
    boolean voided = record.state() == TransactionState.REVERSED;
    Receipt receipt = new Receipt("A001-0000000001", PAYMENT, NOW, voided, "RECEIPT\n100.50 yuan");
    command.receipts = Fake.of(Receipts.class, Map.of("find", arguments -> Optional.of(receipt)));
    return command;
  }

  @Test
  void aTransactionIsShownWithStoryJournalAndReceipt() throws Exception {
    assertThat(new Printed().run(show(payment(TransactionState.COMPLETED))))
        .containsExactly(
            "Serial          000000000041",
            "Kind            BILL_PAYMENT",
            "State           COMPLETED",
            "Card            NONE",
            "Meter           NONE",
            "Original        -",
            "Terminal        T0000001",
            "Agency          A001",
            "Collector       -",
            "Batch/trace     000001/000002",
            "Adapter         pos",
            "Consumer        0100000001",
            "Name            Li Ming",
            "Amount          100.50",
            "Meter no.       -",
            "Purchase count  -",
            "Accounting day  2026-11-23",
            "Received        2026-11-23 09:59:00 +08:00",
            "Settled         2026-11-23 09:59:01 +08:00",
            "Asked           2 times",
            "Next attempt    -",
            "Billing serial  S-77",
            "Receipt         A001-0000000001",
            "Reversal        -",
            "Reason          -",
            "",
            "Story",
            "Time                       |     After | Fact  | From       | Event            |"
                + " To         | Words",
            "---------------------------+-----------+-------+------------+------------------+"
                + "------------+--------",
            "2026-11-23 09:59:00 +08:00 |   0.000 s | money | -          | payment admitted |"
                + " AUTHORISED |",
            "2026-11-23 09:59:00 +08:00 |   0.120 s | money | AUTHORISED | no answer        |"
                + " IN_DOUBT   | timeout",
            "2026-11-23 10:00:40 +08:00 | 0:01:40 h | money | IN_DOUBT   | confirmed        |"
                + " COMPLETED  | S-77",
            "completed: billed as S-77, in the journal",
            "",
            "Journal, 2026-11-23 09:59:01 +08:00",
            "Account         |  Debit | Credit",
            "----------------+--------+-------",
            "agency/A001     | 100.50 |",
            "utility/energy  |        | 100.00",
            "utility/penalty |        |   0.50",
            "",
            "Receipt A001-0000000001",
            "RECEIPT",
            "100.50 yuan");
  }

  @Test
  void aSaleOfCreditShowsItsCardAndItsMeter() throws Exception {
    TransactionShowCommand command =
        show(recharge(TransactionState.COMPLETED, CardState.TO_WRITE, MeterState.WAITING));
    command.serial = SALE.toString();
    assertThat(new Printed().run(command))
        .contains(
            "Kind            CARD_RECHARGE",
            "Card            TO_WRITE",
            "Meter           WAITING",
            "Collector       C7",
            "Meter no.       M-9",
            "Purchase count  8",
            "Next attempt    2026-11-23 10:00:30 +08:00",
            "completed: billed as S-77, in the journal; the terminal is to write the card and has"
                + " not reported; nothing shows yet that the meter has taken the credit");
  }

  @Test
  void aReversedOneShowsBothEntriesAndTheVoidReceipt() throws Exception {
    assertThat(new Printed().run(show(payment(TransactionState.REVERSED))))
        .contains(
            "Reversal        000000000042",
            "Journal of the reversal, 2026-11-23 10:00:00 +08:00, mirrors 000000000041",
            "agency/A001     |        | 100.50",
            "Receipt A001-0000000001, VOID");
  }

  @Test
  void aDoubtIsShownFromItsBeginningToItsEnd() throws Exception {
    JournalEntry doubt =
        new JournalEntry(
            DOUBT,
            TODAY,
            NOW.minusSeconds(60),
            List.of(
                new Posting("in-doubt/A001", Money.ofFen(10_050)),
                new Posting("suspense/in-doubt", Money.ofFen(-10_050))));
    entries.put(DOUBT, doubt);
    entries.put(DOUBT_ENDED, doubt.mirrored(DOUBT_ENDED, TODAY, NOW.minusSeconds(59)));
    assertThat(new Printed().run(show(payment(TransactionState.COMPLETED))))
        .containsSubsequence(
            "Journal of the doubt, 2026-11-23 09:59:00 +08:00",
            "in-doubt/A001     | 100.50 |",
            "Journal of the end of the doubt, 2026-11-23 09:59:01 +08:00, mirrors 000000000041",
            "in-doubt/A001     |        | 100.50",
            "Journal, 2026-11-23 09:59:01 +08:00");
  }

  @Test
  void whatIsNoTransactionIsRefused() {
    TransactionShowCommand command = show(payment(TransactionState.COMPLETED));
    command.serial = REVERSAL.toString();
    assertThatThrownBy(command::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("no transaction " + REVERSAL);
    command.serial = "x";
    assertThatThrownBy(command::execute).isInstanceOf(CommandException.class);
  }

  private TransactionListCommand list() {
    TransactionListCommand command = new TransactionListCommand();
    command.clock = clock;
    command.engine =
        engine(payment(TransactionState.IN_DOUBT), payment(TransactionState.COMPLETED));
    command.terminals =
        Fake.of(TerminalRegistry.class, Map.of("find", arguments -> Optional.empty()));
    return command;
  }

  @Test
  void unsettledTransactionsAreListedWithTheirAge() throws Exception {
    TransactionListCommand command = list();
    command.unsettled = true;
    List<String> lines = new Printed().run(command);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2))
        .isEqualTo(
            "000000000041 | T0000001 | 000001/000002 | IN_DOUBT | 0100000001 | 100.50 |"
                + " 1 min |     2");
  }

  @Test
  void theListNeedsATerminalOrTheOption() {
    assertThatThrownBy(list()::execute).hasMessage("name a terminal, or give --unsettled");
    TransactionListCommand unknown = list();
    unknown.terminal = "T0000009";
    assertThatThrownBy(unknown::execute).hasMessage("no terminal T0000009");
    TransactionListCommand none = list();
    none.unsettled = true;
    none.limit = 0;
    assertThatThrownBy(none::execute).hasMessage("--limit is at least 1");
  }
}
