package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.accounts.Periods;

/** Closes accounting days. */
@Service
@Command(
    scope = "gridtill",
    name = "period-close",
    description =
        "Closes all accounting days up to and with one, in your name, if the books are right and"
            + " nothing of these days is open; there is no way back")
public class PeriodCloseCommand extends RuledCommand {

  @Argument(
      name = "day",
      description = "The last accounting day to close, as 2026-11-23",
      required = true)
  String day;

  @Reference(optional = true)
  Periods periods;

  @Override
  void runByRules() throws Exception {
    String person = Person.loggedIn();
    Periods.Period period =
        present(periods, "the closing of periods").close(Days.parse(day), person);
    out.println(
        "%s has closed the journal through %s: %d entries, turnover %s"
            .formatted(person, period.through(), period.entries(), period.turnover()));
  }
}
