package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.AgencyImport;
import org.gridtill.api.platform.credit.BankAccount;
import org.gridtill.api.platform.credit.BankMovement;
import org.gridtill.api.platform.files.BadFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankCommandsTest {

  private static final BankMovement MYSTERY = movement(7, -350, null, null);

  @TempDir Path folder;

  private final List<String> calls = new ArrayList<>();
  private RuntimeException trouble;
  private BankMovement assigned = movement(7, 6_000, 42L, "A001");

  private final BankAccount bank =
      Fake.of(
          BankAccount.class,
          Map.of(
              "importStatement",
                  arguments -> {
                    calls.add("import " + textUnchecked(arguments[0]) + " by " + arguments[1]);
                    return new BankAccount.Imported(3, 2, 1, 4);
                  },
              "assign",
                  arguments -> {
                    calls.add("assign" + Arrays.asList(arguments));
                    failIfTold();
                    return assigned;
                  },
              "unmatched", arguments -> List.of(MYSTERY),
              "list",
                  arguments -> {
                    calls.add("list" + Arrays.asList(arguments));
                    return List.of(assigned);
                  }));

  private final AgencyImport importer =
      (csv, person) -> {
        calls.add("agencies " + text(csv) + " by " + person);
        return new AgencyImport.Imported(1, 2);
      };

  private static BankMovement movement(long number, long fen, Long batch, String agency) {
    return new BankMovement(
        number,
        "B" + number,
        LocalDate.parse("2026-11-23"),
        Money.ofFen(fen),
        "",
        "fee",
        batch,
        agency);
  }

  private String text(Reader reader) throws IOException {
    String text = new BufferedReader(reader).readLine();
    failIfTold();
    return text;
  }

  private String textUnchecked(Object reader) {
    try {
      return text((Reader) reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void failIfTold() {
    if (trouble != null) {
      throw trouble;
    }
  }

  private BankImportCommand bankImport(Path file) {
    BankImportCommand command = new BankImportCommand();
    command.bank = bank;
    command.file = file.toString();
    return command;
  }

  private AgencyImportCommand agencyImport(Path file) {
    AgencyImportCommand command = new AgencyImportCommand();
    command.agencies = importer;
    command.file = file.toString();
    return command;
  }

  private Path file(String text, String charset) throws IOException {
    return Files.write(folder.resolve("file.csv"), text.getBytes(Charset.forName(charset)));
  }

  @Test
  void aFileIsImportedInThePersonsName() throws Exception {
    Path file = file("解款", "UTF-8");
    assertThat(As.user("alice", () -> new Printed().run(bankImport(file))))
        .containsExactly(
            "3 of fund batches, 2 of own money, 1 that nobody can explain, 4 imported before");
    assertThat(As.user("alice", () -> new Printed().run(agencyImport(file))))
        .containsExactly(
            "1 agency and 2 collectors are imported; a second person authorizes their limits, see"
                + " limit-list");
    assertThat(calls).containsExactly("import 解款 by alice", "agencies 解款 by alice");
    for (RuledCommand command : List.of(bankImport(file), agencyImport(file))) {
      assertThatThrownBy(() -> As.console(Recorded.by(command)::execute))
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("nobody is logged in here");
    }
  }

  @Test
  void eachBadLineIsPrinted() throws Exception {
    trouble =
        new BadFileException(
            List.of(
                new BadFileException.BadLine(2, "no date"),
                new BadFileException.BadLine(5, "no amount")));
    BankImportCommand command = bankImport(file("x", "UTF-8"));
    Printed printed = new Printed().by(command);
    assertThatThrownBy(() -> As.user("alice", Recorded.by(command)::execute))
        .isInstanceOf(CommandException.class)
        .hasMessage("2 lines are bad; nothing is imported");
    assertThat(printed.lines()).containsExactly("line 2: no date", "line 5: no amount");
  }

  @Test
  void onlyRegularFilesInUtf8AreRead() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file("x", "UTF-8"));
    for (Path wrong : List.of(folder, link, folder.resolve("nothing"))) {
      assertThatThrownBy(() -> As.user("alice", Recorded.by(bankImport(wrong))::execute))
          .isInstanceOf(CommandException.class)
          .hasMessage(wrong + " is no regular file");
    }
    AgencyImportCommand chinese = agencyImport(file("解款", "GBK"));
    assertThatThrownBy(() -> As.user("alice", Recorded.by(chinese)::execute))
        .isInstanceOf(CommandException.class)
        .hasMessage(chinese.file + " is not UTF-8; nothing is imported");
    assertThat(calls).isEmpty();
  }

  @Test
  void aPersonSaysWhoseMoneyItIs() throws Exception {
    BankAssignCommand command = new BankAssignCommand();
    command.bank = bank;
    command.reference = "B7";
    command.target = "GT00000042";
    assertThat(As.user("alice", () -> new Printed().run(command)))
        .containsExactly(
            "alice has said that the 60.00 of B7 are for fund batch GT00000042 of agency A001");
    assigned = movement(7, 6_000, null, "A001");
    assertThat(As.user("alice", () -> new Printed().run(command)))
        .containsExactly("alice has said that the 60.00 of B7 are own money of agency A001");
    assertThat(calls).contains("assign[B7, GT00000042, alice]");
    trouble = new IllegalStateException("A001 is closed");
    assertThatThrownBy(() -> As.user("alice", Recorded.by(command)::execute))
        .isInstanceOf(CommandException.class)
        .hasMessage("A001 is closed");
    assertThatThrownBy(() -> As.console(Recorded.by(command)::execute))
        .hasMessageStartingWith("nobody is logged in here");
  }

  @Test
  void movementsAreListed() throws Exception {
    BankUnmatchedCommand unmatched = new BankUnmatchedCommand();
    unmatched.bank = bank;
    assertThat(new Printed().run(unmatched))
        .containsExactly(
            "No. | Reference | Date       | Amount | Agency | Batch | Payer | Text",
            "----+-----------+------------+--------+--------+-------+-------+-----",
            "  7 | B7        | 2026-11-23 |  -3.50 | -      | -     | -     | fee",
            "1 movement; -3.50 yuan");
    BankListCommand list = new BankListCommand();
    list.bank = bank;
    list.agency = "A001";
    assertThat(new Printed().run(list))
        .last()
        .isEqualTo("  7 | B7        | 2026-11-23 |  60.00 | A001   | GT00000042 | -     | fee");
    assertThat(calls).containsExactly("list[A001, 50]");
    UnmatchedMovements words = new UnmatchedMovements();
    assertThat(words.words()).isEmpty();
    words.bank = bank;
    assertThat(words.words()).containsExactly("B7");
  }
}
