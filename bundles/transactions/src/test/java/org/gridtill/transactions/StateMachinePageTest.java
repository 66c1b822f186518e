package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridtill.shell.MarkdownTable;
import org.junit.jupiter.api.Test;

class StateMachinePageTest {

  private static final Path PAGE = Path.of("../../docs/state-machine.md");

  @Test
  void showsTheTableOfTheCode() throws IOException {
    List<String> table = MarkdownTable.of(StateMachine.rows());

    assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("|")))
        .as("docs/state-machine.md must end with these lines:\n%s", String.join("\n", table))
        .containsExactlyElementsOf(table);
  }
}
