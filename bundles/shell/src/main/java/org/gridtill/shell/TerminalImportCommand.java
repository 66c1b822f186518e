package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.TerminalImport;

/** Imports terminals. */
@Service
@Command(
    scope = "gridtill",
    name = "terminal-import",
    description =
        "Imports terminals, SIM cards, identity cards and requests for bindings from a file on the platform's machine, all of them or none")
public class TerminalImportCommand extends RuledCommand {

  @Argument(name = "file", description = "The file, comma-separated in UTF-8", required = true)
  String file;

  @Reference(optional = true)
  TerminalImport terminals;

  @Override
  void runByRules() throws Exception {
    String person = Person.loggedIn();
    TerminalImport importer = present(terminals, "the import of terminals");
    TerminalImport.Imported done =
        ImportFile.read(file, out, text -> importer.importFrom(text, person));
    out.printf(
        "%s, %s, %s imported; %s for a second person, see binding-list%n",
        Show.count(done.terminals(), "terminal"),
        Show.count(done.cards(), "card"),
        Show.count(done.sims(), "SIM"),
        done.bindings() == 1 ? "1 binding waits" : done.bindings() + " bindings wait");
  }
}
