package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.gridtill.api.platform.credit.BankAccount;
import org.gridtill.api.platform.credit.BankMovement;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.FundBatch.State;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Remittances;
import org.junit.jupiter.api.Test;

class RemittanceCommandsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-23");

  private final List<String> calls = new ArrayList<>();
  private FundBatch batch = batch(42, State.SHORT, 10_000, 4_500);
  private String forbidden;

  private final Remittances desk =
      Fake.of(
          Remittances.class,
          Map.of(
              "close", arguments -> call("close", arguments),
              "reopen", arguments -> call("reopen", arguments),
              "declare", arguments -> call("declare", arguments),
              "deposited", arguments -> call("deposited", arguments),
              "acceptShortage", arguments -> call("acceptShortage", arguments),
              "find", arguments -> Optional.of(batch).filter(b -> arguments[0].equals(b.number())),
              "list",
                  arguments -> {
                    calls.add("list" + Arrays.asList(arguments));
                    return List.of(batch(43, State.ARRIVED, 3_000, 3_000), batch);
                  }));

  private Object call(String name, Object[] arguments) {
    if (forbidden != null) {
      throw new IllegalStateException(forbidden);
    }
    calls.add(name + Arrays.asList(arguments));
    return batch;
  }

  private static FundBatch batch(long number, State state, long due, long arrived) {
    return new FundBatch(
        number,
        Holder.agency("A001"),
        state,
        DAY,
        DAY,
        3,
        Money.ofFen(12_000),
        Money.ofFen(due),
        Money.ofFen(9_000),
        Money.ofFen(arrived),
        Records.NOW,
        "alice",
        null,
        "slips S7 of 90.00");
  }

  private <T extends RemittanceCommand> T with(T command) {
    command.remittances = desk;
    return command;
  }

  private RemittanceCloseCommand close() {
    RemittanceCloseCommand command = with(new RemittanceCloseCommand());
    command.holder = "A001";
    return command;
  }

  private RemittanceReopenCommand reopen() {
    RemittanceReopenCommand command = with(new RemittanceReopenCommand());
    command.batch = "GT00000042";
    return command;
  }

  private RemittanceDeclareCommand declare() {
    RemittanceDeclareCommand command = with(new RemittanceDeclareCommand());
    command.batch = "42";
    command.amount = "100";
    return command;
  }

  private RemittanceDepositedCommand deposited() {
    RemittanceDepositedCommand command = with(new RemittanceDepositedCommand());
    command.batch = "42";
    command.slip = "S7";
    command.amount = "90.00";
    return command;
  }

  private RemittanceAcceptShortCommand accept() {
    RemittanceAcceptShortCommand command = with(new RemittanceAcceptShortCommand());
    command.batch = "GT00000042";
    command.reason = "lost";
    return command;
  }

  @Test
  void eachStepIsDoneInThePersonsName() throws Exception {
    assertThat(As.user("alice", () -> new Printed().run(close())))
        .containsExactly(
            "fund batch GT00000042 of A001: 3 transactions, 120.00 collected, 100.00 due; the"
                + " transfer must name GT00000042");
    assertThat(As.user("alice", () -> new Printed().run(reopen())))
        .containsExactly("fund batch GT00000042 is open again");
    assertThat(As.user("alice", () -> new Printed().run(declare())))
        .containsExactly("fund batch GT00000042 is declared; 55.00 must arrive");
    assertThat(As.user("alice", () -> new Printed().run(deposited())))
        .containsExactly("fund batch GT00000042: 90.00 of 100.00 are deposited");
    assertThat(As.user("bob", () -> new Printed().run(accept())))
        .containsExactly(
            "bob has accepted that 55.00 is missing in fund batch GT00000042; agency A001 owes it");
    assertThat(calls)
        .containsExactly(
            "close[A001, alice]",
            "reopen[42, alice]",
            "declare[42, 100.00, alice]",
            "deposited[42, S7, 90.00, alice]",
            "acceptShortage[42, bob, lost]");
    batch = batch(44, State.ARRIVED, 0, 0);
    assertThat(As.user("alice", () -> new Printed().run(close())))
        .containsExactly(
            "fund batch GT00000044 of A001: 3 transactions, 120.00 collected, covered by the"
                + " agency's own money");
  }

  @Test
  void nobodyRemitsWithoutALoginOrAgainstARule() {
    List<RemittanceCommand> commands = List.of(close(), reopen(), declare(), deposited(), accept());
    for (RemittanceCommand command : commands) {
      assertThatThrownBy(() -> As.console(Recorded.by(command)::execute))
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("nobody is logged in here");
    }
    forbidden = "fund batch 42 is ARRIVED";
    for (RemittanceCommand command : commands) {
      assertThatThrownBy(() -> As.user("alice", Recorded.by(command)::execute))
          .isInstanceOf(CommandException.class)
          .hasMessage(forbidden);
    }
    RemittanceReopenCommand wrong = reopen();
    wrong.batch = "GTX";
    assertThatThrownBy(() -> As.user("alice", Recorded.by(wrong)::execute))
        .hasMessage("not the number of a fund batch: GTX");
    assertThat(calls).isEmpty();
  }

  @Test
  void batchesAreListedWithWhatIsMissing() throws Exception {
    RemittanceListCommand command = new RemittanceListCommand();
    command.remittances = desk;
    command.agency = "A001";
    List<String> lines = new Printed().run(command);
    assertThat(lines.get(0))
        .isEqualTo(
            "Batch      | Holder | State   | From       | To         | Count | Collected |    Due |"
                + " Deposited | Arrived | Missing");
    assertThat(lines.get(3))
        .isEqualTo(
            "GT00000042 | A001   | SHORT   | 2026-11-23 | 2026-11-23 |     3 |    120.00 | 100.00 |"
                + "     90.00 |   45.00 |   55.00");
    assertThat(lines).last().isEqualTo("2 batches; 55.00 yuan have not arrived");
    command.all = true;
    command.limit = 1;
    assertThat(new Printed().run(command))
        .last()
        .isEqualTo("1 batch, and more; 0.00 yuan have not arrived");
    assertThat(calls).containsExactly("list[A001, true, 101]", "list[A001, false, 2]");
    command.limit = 0;
    assertThatThrownBy(Recorded.by(command)::execute).hasMessage("--limit is 1 to 10000");
  }

  @Test
  void aBatchIsShownWithItsMoneyAndItsEntry() throws Exception {
    RemittanceShowCommand command = new RemittanceShowCommand();
    command.remittances = desk;
    command.bank =
        Fake.of(
            BankAccount.class,
            Map.of("list", arguments -> List.of(movement(2, 43L), movement(1, 42L))));
    command.journal =
        Fake.of(
            Journal.class,
            Map.of(
                "find",
                arguments -> {
                  assertThat(arguments[0]).isEqualTo(new EntryKey(EntryKind.REMITTANCE, 42));
                  return Optional.of(entry());
                }));
    command.zone = ZoneOffset.ofHours(8);
    command.batch = "42";
    List<String> lines = new Printed().run(command);
    assertThat(lines)
        .contains(
            "Batch           GT00000042",
            "Missing         55.00",
            "Note            slips S7 of 90.00",
            "  1 | B1        | 2026-11-23 |  45.00 | A001   | GT00000042 | -     | -",
            "collector/A001/C01 |        | 120.00");
    assertThat(lines).noneMatch(line -> line.contains("GT00000043"));
    command.batch = "9";
    assertThatThrownBy(Recorded.by(command)::execute).hasMessage("no fund batch 9");
  }

  private static BankMovement movement(long number, Long of) {
    return new BankMovement(number, "B" + number, DAY, Money.ofFen(4_500), "", "", of, "A001");
  }

  private static JournalEntry entry() {
    Money sum = Money.ofFen(12_000);
    return new JournalEntry(
        new EntryKey(EntryKind.REMITTANCE, 42),
        DAY,
        Records.NOW,
        List.of(new Posting("collector/A001/C01", sum.negated()), new Posting("agency/A001", sum)));
  }

  @Test
  void openBatchesComplete() {
    OpenBatches words = new OpenBatches();
    assertThat(words.words()).isEmpty();
    words.remittances = desk;
    assertThat(words.words()).containsExactly("GT00000043", "GT00000042");
    assertThat(calls).containsExactly("list[null, true, 1000]");
  }
}
