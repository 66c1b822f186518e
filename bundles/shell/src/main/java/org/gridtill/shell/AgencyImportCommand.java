package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.AgencyImport;

/** Imports agencies and collectors. */
@Service
@Command(
    scope = "gridtill",
    name = "agency-import",
    description =
        "Imports agencies and collectors from a file on the platform's machine, all of them or none,"
            + " and asks for their limits in your name")
public class AgencyImportCommand extends RuledCommand {

  @Argument(name = "file", description = "The file, comma-separated in UTF-8", required = true)
  String file;

  @Reference(optional = true)
  AgencyImport agencies;

  @Override
  void runByRules() throws Exception {
    String person = Person.loggedIn();
    AgencyImport importer = present(agencies, "the import of agencies");
    AgencyImport.Imported done =
        ImportFile.read(file, out, text -> importer.importFrom(text, person));
    out.printf(
        "%s and %s are imported; a second person authorizes their limits, see limit-list%n",
        done.agencies() == 1 ? "1 agency" : done.agencies() + " agencies",
        Show.count(done.collectors(), "collector"));
  }
}
