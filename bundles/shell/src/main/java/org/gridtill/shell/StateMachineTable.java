package org.gridtill.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.transactions.StateTransition;

/** Shows the state machine as a table, a row for each transition. */
final class StateMachineTable {

  private static final List<String> COLUMNS =
      List.of("fact", "state", "event", "next state", "in the same commit");

  private final List<List<String>> rows;

  StateMachineTable(List<StateTransition> transitions) {
    rows = transitions.stream().map(StateMachineTable::row).toList();
  }

  private static List<String> row(StateTransition transition) {
    return List.of(
        transition.fact(),
        Show.orDash(transition.from()),
        transition.event(),
        transition.to(),
        Show.orDash(String.join("; ", transition.actions())));
  }

  /** Returns the table as the shell shows it. */
  ShellTable text() {
    ShellTable table = new ShellTable();
    COLUMNS.forEach(table::column);
    rows.forEach(row -> table.addRow().addContent(row.toArray()));
    return table.emptyTableText("no transitions");
  }

  /** Returns the lines of the table in Markdown. */
  List<String> markdown() {
    return Stream.concat(
            Stream.of(COLUMNS, COLUMNS.stream().map(column -> "---").toList()), rows.stream())
        .map(StateMachineTable::line)
        .toList();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
