package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.terminal.Origin;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionCommandsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final SerialNo PAYMENT = new SerialNo("000000000041");
  private static final SerialNo REVERSAL = new SerialNo("000000000042");

  private final PlatformClock clock = Fake.of(PlatformClock.class, Map.of("now", a -> NOW));

  private final JournalEntry entry =
      new JournalEntry(
          PAYMENT,
          null,
          TODAY,
          NOW.minusSeconds(59),
          List.of(
              new Posting("agency/A001", Money.ofFen(10_050)),
              new Posting("utility/energy", Money.ofFen(-10_000)),
              new Posting("utility/penalty", Money.ofFen(-50))));

  private static TransactionRecord record(TransactionState state) {
    boolean reversed = state == TransactionState.REVERSED;
    return new TransactionRecord(
        PAYMENT,
        TransactionKind.BILL_PAYMENT,
        new Origin("T0000001", "A001", "000001", "000002"),
        "pos",
        state,
        CardState.NONE,
        MeterState.NONE,
        null,
        null,
        null,
        "0100000001",
        "Li Ming",
        Money.ofFen(10_050),
        TODAY,
        NOW.minusSeconds(60),
        state.isSettled() ? NOW.minusSeconds(59) : null,
        "S-77",
        "A001-0000000001",
        reversed ? REVERSAL : null,
        null,
        2,
        null);
  }

  private TransactionEngine engine(TransactionRecord... records) {
    return Fake.of(
        TransactionEngine.class,
        Map.of(
            "unsettled", arguments -> List.of(records).subList(0, Math.min((int) arguments[0], 1)),
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
            Map.of(
                "find",
                arguments ->
                    arguments[0].equals(PAYMENT)
                        ? Optional.of(entry)
                        : Optional.of(entry.mirrored(REVERSAL, TODAY, NOW))));
    boolean voided = record.state() == TransactionState.REVERSED;
    Receipt receipt = new Receipt("A001-0000000001", PAYMENT, NOW, voided, "RECEIPT\n100.50 yuan");
    command.receipts = Fake.of(Receipts.class, Map.of("find", arguments -> Optional.of(receipt)));
    return command;
  }

  @Test
  void aTransactionIsShownWithStoryJournalAndReceipt() throws Exception {
    assertThat(new Printed().run(show(record(TransactionState.COMPLETED))))
        .containsExactly(
            "Serial          000000000041",
            "State           COMPLETED",
            "Terminal        T0000001",
            "Agency          A001",
            "Batch/trace     000001/000002",
            "Adapter         pos",
            "Consumer        0100000001",
            "Name            Li Ming",
            "Amount          100.50",
            "Accounting day  2026-11-23",
            "Billing serial  S-77",
            "Receipt         A001-0000000001",
            "Reversal        -",
            "Reason          -",
            "",
            "Story",
            "2026-11-23 09:59:00 +08:00  received from terminal T0000001 through pos",
            "                            the billing system was asked about it again, 2 times",
            "2026-11-23 09:59:01 +08:00  completed: billed as S-77, in the journal",
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
  void aReversedOneShowsBothEntriesAndTheVoidReceipt() throws Exception {
    assertThat(new Printed().run(show(record(TransactionState.REVERSED))))
        .contains(
            "Reversal        000000000042",
            "Journal of the reversal, 2026-11-23 10:00:00 +08:00, mirrors 000000000041",
            "agency/A001     |        | 100.50",
            "Receipt A001-0000000001, VOID");
  }

  @ParameterizedTest
  @EnumSource(TransactionState.class)
  void everyStateHasAStory(TransactionState state) {
    List<String> story = TransactionStory.of(record(state), NOW, ZoneOffset.UTC);
    assertThat(story).hasSize(3).allSatisfy(line -> assertThat(line).matches(".{28}[a-z].*"));
  }

  @Test
  void whatIsNoTransactionIsRefused() {
    TransactionShowCommand command = show(record(TransactionState.COMPLETED));
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
    command.engine = engine(record(TransactionState.IN_DOUBT), record(TransactionState.COMPLETED));
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
