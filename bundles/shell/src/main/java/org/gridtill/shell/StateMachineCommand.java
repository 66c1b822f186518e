package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.transactions.TransactionEngine;

/** Prints the state machine that every transaction goes through. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "state-machine",
    description =
        "Prints the states of money, card and meter, what leads from one to the next, and what is"
            + " done in the same commit")
public class StateMachineCommand extends ShellCommand {

  @Option(name = "--markdown", description = "As a table in Markdown, for documents")
  boolean markdown;

  @Reference(optional = true)
  TransactionEngine engine;

  @Override
  void run() throws Exception {
    StateMachineTable table =
        new StateMachineTable(present(engine, "the transaction engine").stateMachine());
    if (markdown) {
      table.markdown().forEach(out::println);
    } else {
      table.text().print(out);
    }
  }
}
