package org.gridtill.shell;

import java.time.ZoneId;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditRecord;
import org.gridtill.api.platform.audit.AuditTrail.Filter;

/** Lists what was done. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "audit-list",
    description = "Lists who did what on the platform, the latest first")
public class AuditListCommand extends ShellCommand {

  @Option(name = "--person", description = "Only what this user did")
  String person;

  @Option(name = "--act", description = "Only acts that begin so, such as limit-")
  String act;

  @Option(name = "--about", description = "Only what is about something that contains this")
  String about;

  @Option(name = "--limit", description = "How many to list at most, 1 to 10000")
  int limit = 100;

  ZoneId zone = ZoneId.systemDefault();

  @Override
  void run() throws Exception {
    List<AuditRecord> records =
        present(audit, "the audit trail").latest(new Filter(person, act, about), limit);
    ShellTable table = new ShellTable();
    table.column("No.").alignRight();
    table.column("At");
    table.column("Who");
    table.column("From");
    table.column("Did");
    table.column("About");
    table.column("Outcome");
    table.column("Before");
    table.column("After");
    table.column("More");
    for (AuditRecord record : records) {
      AuditEvent event = record.event();
      table
          .addRow()
          .addContent(
              record.number(),
              Show.time(record.at(), zone),
              event.person(),
              event.origin(),
              event.act(),
              event.subject(),
              event.outcome(),
              Show.orDash(event.before()),
              Show.orDash(event.after()),
              event.details());
    }
    table.emptyTableText("no records").print(out);
  }
}
